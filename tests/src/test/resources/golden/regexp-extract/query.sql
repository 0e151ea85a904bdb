SELECT regexp_extract(name, '[a-z]+') AS a FROM web.users
