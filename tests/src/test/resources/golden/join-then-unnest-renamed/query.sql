SELECT u.name, i.a FROM web.users u JOIN web.clicks c ON u.user_id = c.user_id CROSS JOIN UNNEST(c.items) AS i (a, b, d) WHERE i.b > 2
