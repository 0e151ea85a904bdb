SELECT date_format(seen, '%Y-%m-%d %H:%i') AS a, date_parse('2019-03-28', '%Y-%m-%d') AS b, from_unixtime(total) AS c, to_unixtime(seen) AS d, from_iso8601_timestamp(name) AS e FROM web.users
