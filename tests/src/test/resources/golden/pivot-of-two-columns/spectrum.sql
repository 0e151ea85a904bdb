SELECT "t_2"."ch_true", "t_2"."inactive"
FROM (SELECT MAX(CASE WHEN "t"."country" = 'ch' AND "t"."active" = TRUE THEN "t"."visits" ELSE NULL END) AS "ch_true", MAX(CASE WHEN "t"."country" = 'de' AND "t"."active" = FALSE THEN "t"."visits" ELSE NULL END) AS "inactive"
    FROM (SELECT "users"."country", "users"."active", "users"."visits"
        FROM "web"."users" AS "users") AS "t") AS "t_2"
