SELECT count(), max(visits) FROM web.users GROUP BY ()
