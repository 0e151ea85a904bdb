SELECT BTRIM("users"."name") AS "_col0"
FROM "web"."users" AS "users"
