SELECT user_id, sum(visits) OVER (PARTITION BY country ORDER BY born) AS running FROM web.users
