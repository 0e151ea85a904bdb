SELECT COUNT(*) AS "n", "users"."country"
FROM "web"."users" AS "users"
GROUP BY "users"."country"
ORDER BY COUNT(*) * 2 DESC
