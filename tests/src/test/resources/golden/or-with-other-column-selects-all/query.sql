SELECT count(*) AS n FROM web.clicks WHERE datetime = '2019-03-27-22' OR price > 3
