SELECT u.name, t.n FROM web.users u CROSS JOIN LATERAL (SELECT count(*) AS n FROM web.sessions_by_name s WHERE s.user_id = u.user_id) t
