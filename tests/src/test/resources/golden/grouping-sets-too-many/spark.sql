SELECT COUNT(*) AS `n`
FROM `web.users` AS `users`
GROUP BY CUBE(`users`.`user_id`, `users`.`name`, `users`.`country`, `users`.`born`, `users`.`seen`, `users`.`visits`, `users`.`active`)
