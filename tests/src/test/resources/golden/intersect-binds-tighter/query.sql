SELECT user_id FROM web.users UNION SELECT name FROM web.users INTERSECT SELECT country FROM web.users
