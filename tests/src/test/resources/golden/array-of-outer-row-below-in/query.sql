SELECT click_id FROM web.clicks c WHERE c.dwell IN (SELECT n FROM UNNEST(c.nums) AS x (n))
