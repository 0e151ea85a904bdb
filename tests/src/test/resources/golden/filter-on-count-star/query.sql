SELECT country, count(*) FILTER (WHERE active) AS active, count(*) AS n FROM web.users GROUP BY country
