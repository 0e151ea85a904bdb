SELECT session_id, pages FROM web.sessions WHERE bounced
