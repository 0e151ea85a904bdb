SELECT DISTINCT "users"."country", RANK() OVER (ORDER BY "users"."visits" DESC NULLS LAST) AS "r"
FROM "web"."users" AS "users"
QUALIFY (RANK() OVER (ORDER BY "users"."visits" DESC NULLS LAST)) <= 3
ORDER BY "country"
