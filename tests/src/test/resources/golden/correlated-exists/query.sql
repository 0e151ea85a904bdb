SELECT u.name FROM web.users u WHERE NOT EXISTS (SELECT 1 FROM web.sessions_by_name s WHERE s.user_id = u.user_id)
