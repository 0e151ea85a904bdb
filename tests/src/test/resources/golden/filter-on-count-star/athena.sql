SELECT "users"."country", COUNT(*) FILTER (WHERE "users"."active") AS "active", COUNT(*) AS "n"
FROM "web"."users" AS "users"
GROUP BY "users"."country"
