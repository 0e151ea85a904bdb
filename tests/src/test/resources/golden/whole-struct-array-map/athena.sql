SELECT "clicks"."click_id", JSON_FORMAT(CAST("clicks"."device" AS JSON)) AS "device", JSON_FORMAT(CAST("clicks"."items" AS JSON)) AS "items", JSON_FORMAT(CAST("clicks"."tags" AS JSON)) AS "tags"
FROM "web"."clicks" AS "clicks"
