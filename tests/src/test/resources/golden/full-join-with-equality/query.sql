SELECT u.name, s.pages FROM web.users u FULL OUTER JOIN web.sessions_by_name s ON u.user_id = s.user_id
