SELECT "c"."click_id", "i"."sku"
FROM "web"."clicks" AS "c"
  LEFT JOIN UNNEST("c"."items") AS "i" ("sku", "price", "qty") ON TRUE
