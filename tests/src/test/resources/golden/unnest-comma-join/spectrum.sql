SELECT "c"."click_id", "i"."sku"
FROM "web"."clicks" AS "c",
  "c"."items" AS "i"
