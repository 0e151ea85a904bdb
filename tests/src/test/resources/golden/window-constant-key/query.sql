SELECT name, row_number() OVER (PARTITION BY country ORDER BY 1) AS n FROM web.users
