SELECT DISTINCT "users"."name"
FROM "web"."users" AS "users"
