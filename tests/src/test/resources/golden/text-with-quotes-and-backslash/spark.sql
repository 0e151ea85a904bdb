SELECT 'it\'s' AS `_col0`, 'a\\b' AS `_col1`, 'ü — 日本' AS `_col2`
FROM `web.users` AS `users`
WHERE `users`.`name` = 'O\'Neil\\'
