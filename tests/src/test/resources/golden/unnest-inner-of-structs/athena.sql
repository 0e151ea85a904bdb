SELECT "c"."click_id", "i"."sku", "i"."price" * "i"."qty" AS "amount"
FROM "web"."clicks" AS "c"
  CROSS JOIN UNNEST("c"."items") AS "i" ("sku", "price", "qty")
WHERE "i"."qty" > 1
