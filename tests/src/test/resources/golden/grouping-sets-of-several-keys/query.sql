SELECT country, active, count(*) FROM web.users GROUP BY GROUPING SETS ((country, active), country, ())
