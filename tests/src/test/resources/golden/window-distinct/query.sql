SELECT count(DISTINCT country) OVER (PARTITION BY active) AS n FROM web.users
