SELECT "clicks"."click_id", "i"."sku"
FROM "web"."clicks" AS "clicks",
  "clicks"."items" AS "i"
