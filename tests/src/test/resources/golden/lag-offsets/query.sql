SELECT lag(visits, 0) OVER (ORDER BY name) AS a, lead(visits, 2) OVER (ORDER BY name) AS b FROM web.users
