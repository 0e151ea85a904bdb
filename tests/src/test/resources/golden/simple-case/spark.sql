SELECT CASE WHEN `users`.`country` = 'ch' THEN 1 WHEN `users`.`country` = 'de' THEN 2 ELSE NULL END AS `c`
FROM `web.users` AS `users`
