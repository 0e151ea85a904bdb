SELECT "users"."user_id"
FROM "web"."users" AS "users"
WHERE "users"."code" = 'a' AND "users"."country" IN ('ch', 'de')
