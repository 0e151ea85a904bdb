SELECT "users"."country", GROUPING("users"."country") AS "g", COUNT(*) AS "n"
FROM "web"."users" AS "users"
GROUP BY ROLLUP("users"."country")
