SELECT c.click_id, n.x, i.sku FROM web.clicks c CROSS JOIN UNNEST(c.nums) AS n (x) CROSS JOIN UNNEST(c.items) AS i (sku, price, qty)
