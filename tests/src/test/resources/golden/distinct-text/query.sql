SELECT DISTINCT name FROM web.users
