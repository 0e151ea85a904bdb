SELECT "u"."name", "i"."sku" AS "a"
FROM "web"."users" AS "u"
  INNER JOIN "web"."clicks" AS "c" ON "u"."user_id" = "c"."user_id",
  "c"."items" AS "i"
WHERE "i"."price" > 2
