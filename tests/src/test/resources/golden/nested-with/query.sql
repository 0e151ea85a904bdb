SELECT n FROM (WITH a AS (SELECT count(*) AS n FROM web.users) SELECT n FROM a) x
