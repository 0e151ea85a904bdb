SELECT country, count(*) AS n FROM web.users WHERE name = 'x' GROUP BY country
