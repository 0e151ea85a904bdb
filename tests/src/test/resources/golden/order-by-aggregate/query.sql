SELECT country FROM web.users GROUP BY country ORDER BY count(*) DESC, max(visits)
