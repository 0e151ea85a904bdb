SELECT array_agg(name) FILTER (WHERE active) OVER (PARTITION BY country ORDER BY visits) FROM web.users
