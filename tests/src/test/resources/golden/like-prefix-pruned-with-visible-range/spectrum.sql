SELECT COUNT(*) AS "_col0"
FROM "web"."clicks" AS "clicks"
WHERE "clicks"."datetime" LIKE '2019-03-28%' AND ("clicks"."datetime" >= '2019-03-28' AND "clicks"."datetime" < '2019-03-29')
