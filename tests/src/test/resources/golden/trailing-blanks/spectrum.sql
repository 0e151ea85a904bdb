SELECT "users"."country", COUNT(*) AS "n"
FROM "web"."users" AS "users"
WHERE "users"."name" = 'x'
GROUP BY "users"."country"
