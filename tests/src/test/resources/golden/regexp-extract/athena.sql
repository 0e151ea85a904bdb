SELECT REGEXP_EXTRACT("users"."name", '[a-z]+') AS "a"
FROM "web"."users" AS "users"
