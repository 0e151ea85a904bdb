SELECT COUNT(*) AS "n"
FROM "web"."clicks" AS "clicks"
WHERE LOWER("clicks"."datetime") = '2019-03-28-00'
