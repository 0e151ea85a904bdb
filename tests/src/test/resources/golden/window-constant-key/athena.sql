SELECT "users"."name", ROW_NUMBER() OVER (PARTITION BY "users"."country" ORDER BY 1) AS "n"
FROM "web"."users" AS "users"
