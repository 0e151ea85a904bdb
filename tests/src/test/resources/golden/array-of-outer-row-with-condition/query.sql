SELECT click_id FROM web.clicks c WHERE EXISTS (SELECT 1 FROM UNNEST(c.items) AS i (sku, price, qty) WHERE i.qty > 1)
