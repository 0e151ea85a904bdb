SELECT "users"."visits" AS "score"
FROM "web"."users" AS "users"
ORDER BY "users"."visits" + 1
