SELECT "users"."user_id"
FROM "web"."users" AS "users"
ORDER BY "users"."visits" DESC NULLS FIRST, "users"."name" NULLS LAST, "users"."score" NULLS FIRST
