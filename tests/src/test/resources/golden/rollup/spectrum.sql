SELECT "users"."country", "users"."active", COUNT(*) AS "n"
FROM "web"."users" AS "users"
GROUP BY ROLLUP("users"."country", "users"."active")
