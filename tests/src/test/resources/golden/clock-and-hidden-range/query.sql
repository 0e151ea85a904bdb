SELECT count(*) AS n FROM web.clicks WHERE substr(datetime, 1, 10) = '2019-03-27' AND date_parse(datetime, '%Y-%m-%d-%H') >= date_trunc('hour', now())
