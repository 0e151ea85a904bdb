SELECT rank() OVER (PARTITION BY name ORDER BY country DESC) AS r FROM web.users
