SELECT "p"."datetime", "p"."x_n"
FROM (SELECT "t"."datetime", COUNT(CASE WHEN "t"."user_id" = 'u7' THEN 1 ELSE NULL END) AS "x_n", COUNT(CASE WHEN "t"."user_id" = 'u8' THEN 1 ELSE NULL END) AS "u8_n"
    FROM (SELECT "clicks"."user_id", "clicks"."datetime"
        FROM "web"."clicks" AS "clicks"
        WHERE "clicks"."datetime" > '2019-03-28') AS "t"
    GROUP BY "t"."datetime") AS "p"
WHERE "p"."datetime" > '2019-03-28'
