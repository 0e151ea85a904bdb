SELECT country AS land, count(*) FROM web.users GROUP BY country ORDER BY 2 DESC, land
