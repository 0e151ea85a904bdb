SELECT session_id, pages FROM web.sessions_by_name WHERE NOT bounced
