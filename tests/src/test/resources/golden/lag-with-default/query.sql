SELECT user_id, lag(visits, 1, 0) OVER (ORDER BY seen) AS before FROM web.users
