SELECT count(*) AS a, count(name) AS b, count(DISTINCT country) AS c, sum(visits) AS d, min(born) AS e, max(name) AS f, approx_distinct(user_id) AS g FROM web.users
