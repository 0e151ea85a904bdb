SELECT user_id FROM web.users ORDER BY user_id LIMIT 10 OFFSET 20
