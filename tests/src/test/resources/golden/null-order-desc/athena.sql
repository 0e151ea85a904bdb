SELECT "users"."user_id", "users"."visits"
FROM "web"."users" AS "users"
ORDER BY "visits" DESC, "users"."name"
