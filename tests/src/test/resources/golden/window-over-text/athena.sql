SELECT RANK() OVER (PARTITION BY "users"."name" ORDER BY "users"."country" DESC) AS "r"
FROM "web"."users" AS "users"
