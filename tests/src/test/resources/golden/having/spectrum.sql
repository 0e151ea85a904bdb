SELECT "users"."country", COUNT(*) AS "n"
FROM "web"."users" AS "users"
GROUP BY "users"."country"
HAVING COUNT(*) > 10 AND MAX("users"."visits") > 3
