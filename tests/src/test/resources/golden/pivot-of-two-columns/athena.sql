SELECT "t_2"."ch_true", "t_2"."inactive"
FROM (SELECT MAX("t"."visits") FILTER (WHERE "t"."country" = 'ch' AND "t"."active" = TRUE) AS "ch_true", MAX("t"."visits") FILTER (WHERE "t"."country" = 'de' AND "t"."active" = FALSE) AS "inactive"
    FROM (SELECT "users"."country", "users"."active", "users"."visits"
        FROM "web"."users" AS "users") AS "t") AS "t_2"
