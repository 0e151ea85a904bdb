SELECT date_format(seen, '%Y-%m-%d %H:%i:%s') AS a, to_unixtime(seen) AS b FROM web.users
