SELECT user_id FROM web.users WHERE name IS DISTINCT FROM country
