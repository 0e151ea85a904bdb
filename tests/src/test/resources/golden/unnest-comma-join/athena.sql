SELECT "c"."click_id", "i"."sku"
FROM "web"."clicks" AS "c",
  UNNEST("c"."items") AS "i" ("sku", "price", "qty")
