SELECT count(*) AS n FROM web.clicks WHERE datetime IN ('2019-03-27-22', '2019-04-01-00')
