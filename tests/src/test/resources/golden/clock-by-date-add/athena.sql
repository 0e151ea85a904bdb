SELECT COUNT(*) AS "n"
FROM "web"."clicks" AS "clicks"
WHERE "clicks"."datetime" >= DATE_FORMAT(DATE_ADD('day', 1, CURRENT_DATE), '%Y-%m-%d')
