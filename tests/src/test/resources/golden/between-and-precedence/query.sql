SELECT user_id FROM web.users WHERE NOT (visits BETWEEN 1 AND 2 + 3 OR active) AND (visits - (total - 1)) * 2 > 0 AND -(-visits) > 0
