SELECT click_id FROM web.clicks c WHERE NOT EXISTS (SELECT 1 FROM UNNEST(c.nums) AS x (n) WHERE n > c.dwell)
