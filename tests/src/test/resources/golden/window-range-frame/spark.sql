SELECT `users`.`user_id`, SUM(`users`.`visits`) OVER (ORDER BY `users`.`visits` NULLS LAST RANGE BETWEEN 5 PRECEDING AND CURRENT ROW) AS `near`
FROM `web.users` AS `users`
