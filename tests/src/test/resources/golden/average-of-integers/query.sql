SELECT avg(visits) AS a, avg(total) AS b, avg(ratio) AS c, avg(score) AS d FROM web.users
