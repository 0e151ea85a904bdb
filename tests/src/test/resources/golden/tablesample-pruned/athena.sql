SELECT COUNT(*) AS "_col0"
FROM "web"."ad_events" AS "e" TABLESAMPLE BERNOULLI(10.0)
WHERE "e"."datetime" = '2019-03-27-16'
