SELECT "users"."country", COUNT(CASE WHEN "users"."active" THEN 1 ELSE NULL END) AS "active", COUNT(*) AS "n"
FROM "web"."users" AS "users"
GROUP BY "users"."country"
