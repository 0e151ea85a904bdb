SELECT name FROM web.users WHERE user_id IN (SELECT user_id FROM web.clicks WHERE price > 3)
