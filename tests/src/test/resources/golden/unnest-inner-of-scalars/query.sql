SELECT c.click_id, n FROM web.clicks c CROSS JOIN UNNEST(c.nums) AS x (n) WHERE n >= 10
