SELECT count(*) AS n FROM web.clicks WHERE lower(datetime) = '2019-03-28-00'
