SELECT `users`.`name`, SUM(CASE WHEN `users`.`active` THEN `users`.`visits` ELSE NULL END) OVER (PARTITION BY `users`.`country`) AS `s`
FROM `web.users` AS `users`
