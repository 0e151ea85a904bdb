SELECT user_id FROM web.users ORDER BY user_id OFFSET 20 LIMIT 10
