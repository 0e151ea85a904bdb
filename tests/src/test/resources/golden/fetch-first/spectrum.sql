SELECT "users"."user_id"
FROM "web"."users" AS "users"
ORDER BY "users"."visits"
LIMIT 3
