SELECT `users`.`user_id`, SUM(`users`.`visits`) OVER (PARTITION BY `users`.`country` ORDER BY `users`.`born` NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS `running`
FROM `web.users` AS `users`
