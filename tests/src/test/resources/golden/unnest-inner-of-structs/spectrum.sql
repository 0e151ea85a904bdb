SELECT "c"."click_id", "i"."sku", "i"."price" * "i"."qty" AS "amount"
FROM "web"."clicks" AS "c",
  "c"."items" AS "i"
WHERE "i"."qty" > 1
