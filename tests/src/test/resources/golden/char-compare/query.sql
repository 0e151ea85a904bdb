SELECT user_id FROM web.users WHERE code = 'a' AND country IN ('ch', 'de')
