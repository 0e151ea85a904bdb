SELECT country, grouping(country) AS g, count(*) AS n FROM web.users GROUP BY ROLLUP (country)
