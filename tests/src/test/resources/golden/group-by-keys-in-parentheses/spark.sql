SELECT `users`.`country`, `users`.`active`, `users`.`born`, COUNT(*) AS `_col3`
FROM `web.users` AS `users`
GROUP BY `users`.`country`, `users`.`active`, `users`.`born`
