SELECT COUNT(*) AS "n"
FROM "web"."clicks" AS "clicks"
WHERE "clicks"."datetime" >= TO_CHAR(CAST(CAST(DATEADD(day, 1, CAST(GETDATE() AS DATE)) AS DATE) AS TIMESTAMP), 'YYYY-MM-DD')
