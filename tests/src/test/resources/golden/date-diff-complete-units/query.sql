SELECT date_diff('day', born, DATE '2019-03-31') AS a, date_diff('hour', seen, TIMESTAMP '2019-03-31 00:00:00') AS b, date_diff('week', seen, TIMESTAMP '2019-03-31 00:00:00') AS c FROM web.users
