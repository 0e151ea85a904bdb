SELECT `users`.`user_id`
FROM `web.users` AS `users`
EXCEPT ALL
SELECT `sessions_by_name`.`user_id`
FROM `web.sessions_by_name` AS `sessions_by_name`
