SELECT user_id, name, pages FROM web.users NATURAL JOIN web.sessions_by_name
