SELECT c.click_id, u.n, u.name FROM web.clicks c CROSS JOIN UNNEST(c.nums, c.names) AS u (n, name)
