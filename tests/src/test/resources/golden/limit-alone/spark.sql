SELECT `users`.`user_id`
FROM `web.users` AS `users`
LIMIT 5
