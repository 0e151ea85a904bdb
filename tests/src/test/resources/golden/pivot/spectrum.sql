SELECT "p"."active", "p"."ch_total", "p"."ch_n", "p"."germany_total", "p"."germany_n", "p"."null_total", "p"."null_n"
FROM (SELECT "t"."active", CAST(SUM(CASE WHEN "t"."country" = 'ch' THEN "t"."visits" ELSE NULL END) AS BIGINT) AS "ch_total", COUNT(CASE WHEN "t"."country" = 'ch' THEN 1 ELSE NULL END) AS "ch_n", CAST(SUM(CASE WHEN "t"."country" = 'DE' THEN "t"."visits" ELSE NULL END) AS BIGINT) AS "germany_total", COUNT(CASE WHEN "t"."country" = 'DE' THEN 1 ELSE NULL END) AS "germany_n", CAST(SUM(CASE WHEN "t"."country" IS NULL THEN "t"."visits" ELSE NULL END) AS BIGINT) AS "null_total", COUNT(CASE WHEN "t"."country" IS NULL THEN 1 ELSE NULL END) AS "null_n"
    FROM (SELECT "users"."country", "users"."active", "users"."visits"
        FROM "web"."users" AS "users") AS "t"
    GROUP BY "t"."active") AS "p"
WHERE "p"."ch_n" > 0
ORDER BY "active"
