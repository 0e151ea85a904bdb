SELECT user_id, sum(visits) OVER (ORDER BY visits RANGE BETWEEN 5 PRECEDING AND CURRENT ROW) AS near FROM web.users
