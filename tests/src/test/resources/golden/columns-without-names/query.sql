SELECT count(*), 1 + 1, max(visits) FROM web.users
