SELECT click_id, i.sku FROM web.clicks CROSS JOIN UNNEST(items) AS i
