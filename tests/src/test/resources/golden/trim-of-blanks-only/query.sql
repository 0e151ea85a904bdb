SELECT trim(' ' FROM name) FROM web.users
