SELECT a.n, b.n FROM (SELECT count(*) AS n FROM web.users t WHERE t.active) a CROSS JOIN (SELECT count(*) AS n FROM web.users t WHERE NOT t.active) b
