SELECT ROW(1, 'a'), (name, visits) FROM web.users
