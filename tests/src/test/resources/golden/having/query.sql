SELECT country, count(*) AS n FROM web.users GROUP BY country HAVING count(*) > 10 AND max(visits) > 3
