SELECT CASE country WHEN 'ch' THEN 1 WHEN 'de' THEN 2 END AS c FROM web.users
