SELECT country, active, count(*) AS n FROM web.users GROUP BY GROUPING SETS ((country), (active), ())
