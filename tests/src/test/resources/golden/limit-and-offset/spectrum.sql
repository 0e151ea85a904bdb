SELECT "users"."user_id"
FROM "web"."users" AS "users"
ORDER BY "user_id"
LIMIT 10
OFFSET 20
