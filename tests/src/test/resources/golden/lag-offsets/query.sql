SELECT lag(visits, 0) OVER (ORDER BY name) AS a, lead(visits, visits) OVER (ORDER BY name) AS b FROM web.users
