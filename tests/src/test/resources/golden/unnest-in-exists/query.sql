SELECT c.click_id FROM web.clicks c WHERE EXISTS (SELECT 1 FROM UNNEST(c.nums) AS n (x) WHERE n.x > 5)
