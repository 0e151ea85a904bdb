SELECT trim(BOTH 'xy' FROM name), trim(LEADING '0' FROM name), trim(TRAILING FROM name), rtrim(name, '/'), trim(name, 'a'), ltrim(name) FROM web.users
