SELECT COUNT(*) AS "n"
FROM "web"."clicks" AS "clicks"
WHERE SUBSTR("clicks"."datetime", 1, 10) = '2019-03-27' AND DATE_PARSE("clicks"."datetime", '%Y-%m-%d-%H') >= DATE_TRUNC('hour', CURRENT_TIMESTAMP) AND ("clicks"."datetime" >= '2019-03-27' AND "clicks"."datetime" < '2019-03-28')
