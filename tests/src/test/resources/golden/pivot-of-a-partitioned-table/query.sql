SELECT p.datetime, p.x_n FROM (SELECT user_id, datetime FROM web.clicks) PIVOT (count(*) AS n FOR user_id IN ('u7' AS x, 'u8')) p WHERE p.datetime > '2019-03-28'
