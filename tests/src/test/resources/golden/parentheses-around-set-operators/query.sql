SELECT user_id FROM web.users EXCEPT (SELECT name FROM web.users UNION SELECT country FROM web.users)
