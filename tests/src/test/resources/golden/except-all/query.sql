SELECT user_id FROM web.users EXCEPT ALL SELECT user_id FROM web.sessions_by_name
