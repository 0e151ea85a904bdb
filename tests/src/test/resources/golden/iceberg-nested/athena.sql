SELECT "o"."order_id", "l"."sku"
FROM "web"."orders" AS "o"
  CROSS JOIN UNNEST("o"."lines") AS "l" ("sku", "qty")
