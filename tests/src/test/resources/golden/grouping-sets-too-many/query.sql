SELECT count(*) AS n FROM web.users GROUP BY CUBE (user_id, name, country, born, seen, visits, active)
