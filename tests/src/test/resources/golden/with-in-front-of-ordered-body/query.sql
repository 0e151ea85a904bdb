WITH a AS (SELECT 1 AS x) SELECT click_id FROM web.clicks ORDER BY price LIMIT 1
