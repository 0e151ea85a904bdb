SELECT user_id, rank() OVER (ORDER BY visits DESC) AS a, dense_rank() OVER (ORDER BY visits DESC) AS b, ntile(4) OVER (ORDER BY visits) AS c FROM web.users
