SELECT country, count(*) AS n FROM web.users GROUP BY country QUALIFY rank() OVER (ORDER BY count(*) DESC) <= 5
