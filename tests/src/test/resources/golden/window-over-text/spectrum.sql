SELECT RANK() OVER (PARTITION BY "users"."name" ORDER BY "users"."country" DESC NULLS LAST) AS "r"
FROM "web"."users" AS "users"
