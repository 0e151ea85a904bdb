SELECT "c"."click_id"
FROM "web"."clicks" AS "c"
WHERE "c"."datetime" = '2019-03-28-00'
UNION ALL
SELECT "c_2"."click_id"
FROM "web"."clicks" AS "c_2"
WHERE "c_2"."price" IS NULL
