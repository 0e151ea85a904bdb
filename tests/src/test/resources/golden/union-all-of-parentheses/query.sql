(SELECT user_id FROM web.users ORDER BY visits LIMIT 3) UNION ALL (SELECT user_id FROM web.users ORDER BY score LIMIT 3)
