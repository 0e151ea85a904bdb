SELECT "uploads"."upload_id"
FROM "web"."uploads" AS "uploads"
WHERE "uploads"."day" = '2019-03-28'
