SELECT "orders"."order_id", "orders"."total"
FROM "web"."orders" AS "orders"
WHERE "orders"."customer" = 'c1'
