SELECT count(*) AS n FROM web.clicks WHERE datetime > date_format(now() - INTERVAL '1' HOUR, '%Y-%m-%d-%H')
