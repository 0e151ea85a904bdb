(SELECT "users"."user_id"
FROM "web"."users" AS "users"
ORDER BY "users"."visits"
LIMIT 3)
UNION ALL
(SELECT "users_2"."user_id"
FROM "web"."users" AS "users_2"
ORDER BY "users_2"."score"
LIMIT 3)
