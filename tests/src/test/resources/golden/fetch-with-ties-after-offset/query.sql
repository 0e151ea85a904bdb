SELECT country, count(*) FROM web.users GROUP BY country ORDER BY count(*), 1 DESC OFFSET 2 ROWS FETCH NEXT ROW WITH TIES
