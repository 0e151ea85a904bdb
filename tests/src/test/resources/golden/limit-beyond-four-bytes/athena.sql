SELECT "users"."name"
FROM "web"."users" AS "users"
LIMIT 3000000000
