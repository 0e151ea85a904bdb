WITH RECURSIVE a AS (SELECT name, visits FROM web.users WHERE visits > 3) SELECT name FROM a
