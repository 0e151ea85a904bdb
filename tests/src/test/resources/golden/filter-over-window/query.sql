SELECT name, sum(visits) FILTER (WHERE active) OVER (PARTITION BY country) AS s FROM web.users
