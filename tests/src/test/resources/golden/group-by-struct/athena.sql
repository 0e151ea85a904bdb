SELECT "clicks"."device", COUNT(*) AS "n"
FROM "web"."clicks" AS "clicks"
GROUP BY "clicks"."device"
