SELECT name FROM web.users QUALIFY row_number() OVER (PARTITION BY country ORDER BY visits) = 1 ORDER BY rank() OVER (ORDER BY born) FETCH FIRST 2 ROWS WITH TIES
