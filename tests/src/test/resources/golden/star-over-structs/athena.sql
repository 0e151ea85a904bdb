SELECT "clicks"."click_id", "clicks"."user_id", "clicks"."url", "clicks"."price", "clicks"."score", "clicks"."dwell", "clicks"."happened", "clicks"."day", "clicks"."device", "clicks"."items", "clicks"."nums", "clicks"."names", "clicks"."tags", "clicks"."datetime"
FROM "web"."clicks" AS "clicks"
WHERE "clicks"."datetime" = '2019-03-28-00'
