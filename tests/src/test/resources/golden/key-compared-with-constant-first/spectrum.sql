SELECT "clicks"."click_id"
FROM "web"."clicks" AS "clicks"
WHERE '2019-03-28-01' <= "clicks"."datetime"
