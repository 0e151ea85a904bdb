SELECT "users"."country", "users"."active", COUNT(*) AS "n"
FROM "web"."users" AS "users"
GROUP BY GROUPING SETS("users"."country", "users"."active", ())
