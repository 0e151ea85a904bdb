SELECT device, count(*) AS n FROM web.clicks GROUP BY device
