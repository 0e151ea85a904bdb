SELECT DISTINCT country, rank() OVER (ORDER BY visits DESC) AS r FROM web.users QUALIFY r <= 3 ORDER BY country
