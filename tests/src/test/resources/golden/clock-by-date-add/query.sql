SELECT count(*) AS n FROM web.clicks WHERE datetime >= date_format(date_add('day', 1, current_date), '%Y-%m-%d')
