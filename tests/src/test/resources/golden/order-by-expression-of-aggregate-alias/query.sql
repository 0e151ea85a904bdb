SELECT count(*) AS n, country FROM web.users GROUP BY country ORDER BY n * 2 DESC
