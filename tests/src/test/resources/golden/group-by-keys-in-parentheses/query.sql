SELECT country, active, born, count(*) FROM web.users GROUP BY (country, active), (), ((born))
