WITH RECURSIVE a AS (SELECT name, count(*) FROM web.users GROUP BY name), n AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM n WHERE x < 5) SELECT a.name, n.x FROM a CROSS JOIN n
