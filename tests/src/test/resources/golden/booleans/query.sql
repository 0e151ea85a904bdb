SELECT active, NOT active AS b, visits > 3 AS c FROM web.users WHERE NOT active OR (visits > 1) IS NULL
