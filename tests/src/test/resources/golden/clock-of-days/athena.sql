SELECT COUNT(*) AS "n"
FROM "web"."clicks" AS "clicks"
WHERE "clicks"."datetime" >= DATE_FORMAT(CURRENT_DATE - INTERVAL '7' DAY, '%Y-%m-%d') AND "clicks"."datetime" < DATE_FORMAT(CURRENT_DATE, '%Y-%m-%d')
