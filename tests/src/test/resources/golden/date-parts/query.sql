SELECT year(born) AS a, extract(hour FROM seen) AS b, day_of_week(born) AS c, week(born) AS d, quarter(seen) AS e, day_of_year(born) AS f, millisecond(seen) AS h, second(seen) AS i FROM web.users
