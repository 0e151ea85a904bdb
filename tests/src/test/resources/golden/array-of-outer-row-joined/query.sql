SELECT click_id FROM web.clicks c WHERE EXISTS (SELECT 1 FROM UNNEST(c.names) AS x (name) JOIN web.users u ON u.name = x.name)
