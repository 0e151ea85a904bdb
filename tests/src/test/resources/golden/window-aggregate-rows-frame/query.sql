SELECT user_id, sum(visits) OVER (PARTITION BY country ORDER BY born ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS running FROM web.users
