SELECT o.order_id, l.sku FROM web.orders o CROSS JOIN UNNEST(o.lines) AS l (sku, qty)
