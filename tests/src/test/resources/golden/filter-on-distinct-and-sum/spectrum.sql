SELECT COUNT(DISTINCT CASE WHEN "users"."visits" > 3 THEN "users"."user_id" ELSE NULL END) AS "users", SUM(CASE WHEN "users"."active" AND "users"."born" IS NULL THEN "users"."balance" ELSE NULL END) AS "balance", AVG(CAST(CASE WHEN "users"."active" THEN "users"."visits" ELSE NULL END AS DOUBLE PRECISION)) AS "visits"
FROM "web"."users" AS "users"
