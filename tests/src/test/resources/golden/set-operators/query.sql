SELECT user_id FROM web.users UNION SELECT session_id FROM web.sessions_by_name EXCEPT SELECT name FROM web.users ORDER BY user_id
