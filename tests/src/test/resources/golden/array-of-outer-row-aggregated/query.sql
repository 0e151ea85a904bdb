SELECT click_id, (SELECT max(n) FROM UNNEST(c.nums) AS x (n)) AS m, (SELECT count(*) FROM UNNEST(c.names) AS y (name)) AS k FROM web.clicks c
