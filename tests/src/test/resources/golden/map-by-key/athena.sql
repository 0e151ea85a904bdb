SELECT "clicks"."click_id", "clicks"."tags"['source'] AS "source"
FROM "web"."clicks" AS "clicks"
