SELECT "users"."user_id"
FROM "web"."users" AS "users"
ORDER BY "user_id"
OFFSET 20
LIMIT 10
