SELECT COUNT(*) AS `_col0`, MAX(`users`.`visits`) AS `_col1`
FROM `web.users` AS `users`
