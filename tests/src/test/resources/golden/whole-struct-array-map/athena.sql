SELECT "clicks"."click_id", "clicks"."device", "clicks"."items", "clicks"."tags"
FROM "web"."clicks" AS "clicks"
