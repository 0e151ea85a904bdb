SELECT "x"."os", "x"."n"
FROM (SELECT "c"."device"."os", COUNT(*) AS "n"
    FROM "web"."clicks" AS "c"
    GROUP BY "c"."device"."os") AS "x"
WHERE "x"."n" > 1
