SELECT "c"."click_id", "i"."sku", "n" AS "x"
FROM "web"."clicks" AS "c"
  LEFT JOIN "c"."items" AS "i" ON TRUE,
  "c"."nums" AS "n"
