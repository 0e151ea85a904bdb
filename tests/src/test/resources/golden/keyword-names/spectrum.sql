SELECT "words"."value", "words"."year", "words"."month", "words"."day", "words"."hour", "words"."position", "words"."count", "words"."date", "words"."timestamp", "words"."user", "words"."order", "words"."group", "words"."table", "words"."tag", "words"."offset"
FROM "web"."words" AS "words"
WHERE "words"."year" = 2019 AND "words"."date" >= '2019-03' AND "words"."order" <> 'x'
