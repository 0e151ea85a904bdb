WITH "x" AS (SELECT "c"."click_id", "i"."sku"
    FROM "web"."clicks" AS "c",
      "c"."items" AS "i") SELECT "x"."sku", COUNT(*) AS "n"
    FROM "x" AS "x"
    GROUP BY "x"."sku"
