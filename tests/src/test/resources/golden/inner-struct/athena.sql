SELECT JSON_FORMAT(CAST("c"."device"."geo" AS JSON)) AS "geo"
FROM "web"."clicks" AS "c"
