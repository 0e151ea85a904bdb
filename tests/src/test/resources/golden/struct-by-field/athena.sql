SELECT JSON_FORMAT(CAST("_r"."_c0" AS JSON)) AS "geo", "_r"."_c1" AS "click_id", JSON_FORMAT(CAST("_r"."_c2" AS JSON)) AS "place"
FROM (SELECT DISTINCT "c"."device"."geo" AS "_c0", "c"."click_id" AS "_c1", "c"."device"."geo" AS "_c2"
    FROM "web"."clicks" AS "c"
    WHERE ("c"."device"."geo"."city" = 'Riga' OR 55 < "c"."device"."geo"."lat") AND "c"."click_id" > 3) AS "_r"
ORDER BY "_r"."_c1" DESC
