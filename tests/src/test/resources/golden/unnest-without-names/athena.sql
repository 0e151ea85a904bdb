SELECT "clicks"."click_id", "i"."sku"
FROM "web"."clicks" AS "clicks"
  CROSS JOIN UNNEST("clicks"."items") AS "i" ("sku", "price", "qty")
