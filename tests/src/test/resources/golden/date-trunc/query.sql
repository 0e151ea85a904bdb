SELECT date_trunc('month', seen) AS a, date_trunc('week', born) AS b FROM web.users
