SELECT "clicks"."click_id", "clicks"."user_id", "clicks"."url", "clicks"."price", "clicks"."score", "clicks"."dwell", "clicks"."happened", "clicks"."day", JSON_FORMAT(CAST("clicks"."device" AS JSON)) AS "device", JSON_FORMAT(CAST("clicks"."items" AS JSON)) AS "items", JSON_FORMAT(CAST("clicks"."nums" AS JSON)) AS "nums", JSON_FORMAT(CAST("clicks"."names" AS JSON)) AS "names", JSON_FORMAT(CAST("clicks"."tags" AS JSON)) AS "tags", "clicks"."datetime"
FROM "web"."clicks" AS "clicks"
WHERE "clicks"."datetime" = '2019-03-28-00'
