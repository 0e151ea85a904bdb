SELECT count(*) AS n FROM web.clicks WHERE datetime >= date_format(current_date - INTERVAL '7' DAY, '%Y-%m-%d') AND datetime < date_format(current_date, '%Y-%m-%d')
