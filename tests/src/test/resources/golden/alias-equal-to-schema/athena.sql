SELECT "items_2"."sku", "web_2"."click_id"
FROM "web"."clicks" AS "web_2"
  CROSS JOIN UNNEST("web_2"."items") AS "items_2" ("sku", "price", "qty")
