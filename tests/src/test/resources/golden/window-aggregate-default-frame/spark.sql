SELECT `users`.`user_id`, SUM(`users`.`visits`) OVER (PARTITION BY `users`.`country` ORDER BY `users`.`born` NULLS LAST) AS `running`
FROM `web.users` AS `users`
