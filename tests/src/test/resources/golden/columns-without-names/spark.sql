SELECT COUNT(*) AS `_col0`, 1 + 1 AS `_col1`, MAX(`users`.`visits`) AS `_col2`
FROM `web.users` AS `users`
