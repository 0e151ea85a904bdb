SET json_serialization_enable TO true;
SELECT "clicks"."click_id", "clicks"."device", "clicks"."items", "clicks"."tags"
FROM "web"."clicks" AS "clicks"
