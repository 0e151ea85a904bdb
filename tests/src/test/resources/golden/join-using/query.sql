SELECT u.name FROM web.users u JOIN web.sessions_by_name s USING (user_id)
