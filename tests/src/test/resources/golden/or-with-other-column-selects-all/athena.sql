SELECT COUNT(*) AS "n"
FROM "web"."clicks" AS "clicks"
WHERE "clicks"."datetime" = '2019-03-27-22' OR "clicks"."price" > 3
