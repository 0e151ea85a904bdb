SELECT a.user_id, b.user_id FROM web.users a JOIN web.sessions_by_name b ON a.user_id = b.user_id
