SELECT COUNT(*) AS "n"
FROM "web"."clicks" AS "clicks"
WHERE "clicks"."datetime" >= TO_CHAR(CAST(CAST(DATEADD(day, -7, CAST(GETDATE() AS DATE)) AS DATE) AS TIMESTAMP), 'YYYY-MM-DD') AND "clicks"."datetime" < TO_CHAR(CAST(CAST(GETDATE() AS DATE) AS TIMESTAMP), 'YYYY-MM-DD')
