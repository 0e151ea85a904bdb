SELECT "users"."name", CAST(SUM(CASE WHEN "users"."active" THEN "users"."visits" ELSE NULL END) OVER (PARTITION BY "users"."country") AS BIGINT) AS "s"
FROM "web"."users" AS "users"
