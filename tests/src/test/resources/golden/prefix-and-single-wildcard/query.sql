SELECT count(*) AS n FROM web.clicks WHERE datetime >= '2019-03-28' AND datetime LIKE '2019-03-28-0_'
