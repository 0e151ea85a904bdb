SELECT TRIM(BOTH ' ' FROM `users`.`name`) AS `_col0`
FROM `web.users` AS `users`
