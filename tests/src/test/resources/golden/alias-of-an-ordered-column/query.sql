SELECT users.name AS users, u.n FROM web.users JOIN (SELECT country AS u, count(*) AS n FROM web.users GROUP BY country) AS u ON u.u = users.country ORDER BY users.name, u.n
