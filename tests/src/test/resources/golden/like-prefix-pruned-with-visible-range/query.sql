SELECT count(*) FROM web.clicks WHERE datetime LIKE '2019-03-28%'
