SELECT "c"."click_id", "i"."sku", "n"."x"
FROM "web"."clicks" AS "c"
  LEFT JOIN UNNEST("c"."items") AS "i" ("sku", "price", "qty") ON TRUE
  CROSS JOIN UNNEST("c"."nums") AS "n" ("x")
