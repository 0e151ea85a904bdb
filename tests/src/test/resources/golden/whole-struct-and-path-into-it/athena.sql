SELECT JSON_FORMAT(CAST("clicks"."device" AS JSON)) AS "device"
FROM "web"."clicks" AS "clicks"
WHERE "clicks"."device"."os" = 'ios'
