SELECT user_id FROM web.users LIMIT 5
