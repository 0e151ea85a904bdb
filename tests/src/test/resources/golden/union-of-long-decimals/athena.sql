SELECT CAST("users"."balance" AS DECIMAL(30, 2)) AS "d"
FROM "web"."users" AS "users"
UNION ALL
SELECT CAST("users_2"."total" AS DECIMAL(38, 0)) AS "_col0"
FROM "web"."users" AS "users_2"
