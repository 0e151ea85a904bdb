SELECT date_add('day', 3, born) AS a, date_add('hour', visits, seen) AS b, date_add('month', 1, born) AS c FROM web.users
