SELECT "users"."country", COUNT(*) AS "n"
FROM "web"."users" AS "users"
GROUP BY "users"."country"
QUALIFY (RANK() OVER (ORDER BY COUNT(*) DESC NULLS LAST)) <= 5
