SELECT JSON_FORMAT(CAST("clicks"."device" AS JSON)) AS "device", COUNT(*) AS "n"
FROM "web"."clicks" AS "clicks"
GROUP BY "clicks"."device"
