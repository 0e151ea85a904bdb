SELECT "users"."user_id", "users"."name", "sessions_by_name"."pages"
FROM "web"."users" AS "users"
  INNER JOIN "web"."sessions_by_name" AS "sessions_by_name" ON "users"."user_id" = "sessions_by_name"."user_id"
