SELECT "c"."click_id", "n" AS "x", "i"."sku"
FROM "web"."clicks" AS "c",
  "c"."nums" AS "n",
  "c"."items" AS "i"
