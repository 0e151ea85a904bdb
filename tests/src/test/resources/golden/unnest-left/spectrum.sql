SELECT "c"."click_id", "i"."sku"
FROM "web"."clicks" AS "c"
  LEFT JOIN "c"."items" AS "i" ON TRUE
