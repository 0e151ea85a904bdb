SELECT count(*) AS n FROM web.clicks WHERE datetime < '2019' AND datetime > '2020'
