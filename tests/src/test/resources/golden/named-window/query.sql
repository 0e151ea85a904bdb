SELECT user_id, rank() OVER w AS place FROM web.users WINDOW w AS (PARTITION BY country ORDER BY visits DESC)
