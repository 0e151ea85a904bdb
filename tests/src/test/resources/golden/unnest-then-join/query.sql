SELECT u.name, i.sku FROM web.clicks c CROSS JOIN UNNEST(c.items) AS i (sku, price, qty) JOIN web.users u ON u.user_id = c.user_id
