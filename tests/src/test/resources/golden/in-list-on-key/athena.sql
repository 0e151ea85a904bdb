SELECT COUNT(*) AS "n"
FROM "web"."clicks" AS "clicks"
WHERE "clicks"."datetime" IN ('2019-03-27-22', '2019-04-01-00')
