SELECT "users"."country"
FROM "web"."users" AS "users"
GROUP BY "users"."country"
ORDER BY COUNT(*) DESC, MAX("users"."visits")
