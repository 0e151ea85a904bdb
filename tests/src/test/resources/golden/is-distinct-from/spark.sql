SELECT `users`.`user_id`
FROM `web.users` AS `users`
WHERE `users`.`name` IS DISTINCT FROM `users`.`country`
