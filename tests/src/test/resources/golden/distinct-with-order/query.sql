SELECT DISTINCT country FROM web.users ORDER BY country DESC
