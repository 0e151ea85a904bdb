SELECT count(*) AS n FROM web.clicks WHERE datetime BETWEEN '2019-03-27-23' AND '2019-03-28-01'
