SELECT u.name, (SELECT max(s.pages) FROM web.sessions_by_name s WHERE s.user_id = u.user_id) AS most FROM web.users u
