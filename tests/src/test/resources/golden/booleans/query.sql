SELECT active, NOT active AS b, visits > 3 AS c FROM web.users WHERE active IS NOT TRUE OR (visits > 1) IS NULL
