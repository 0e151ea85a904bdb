SELECT items.sku, web.click_id FROM web.clicks AS web CROSS JOIN UNNEST(web.items) AS items (sku, price, qty)
