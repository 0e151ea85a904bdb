SELECT "u"."name", "i"."sku"
FROM "web"."clicks" AS "c"
  CROSS JOIN UNNEST("c"."items") AS "i" ("sku", "price", "qty")
  INNER JOIN "web"."users" AS "u" ON "u"."user_id" = "c"."user_id"
