WITH x AS (SELECT c.click_id, i.sku FROM web.clicks c CROSS JOIN UNNEST(c.items) AS i (sku, price, qty)) SELECT x.sku, count(*) AS n FROM x GROUP BY x.sku
