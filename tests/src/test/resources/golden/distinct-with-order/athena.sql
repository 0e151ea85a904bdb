SELECT DISTINCT "users"."country"
FROM "web"."users" AS "users"
ORDER BY "country" DESC
