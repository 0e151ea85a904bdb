SELECT country, active, count(*) AS n FROM web.users GROUP BY ROLLUP (country, active)
