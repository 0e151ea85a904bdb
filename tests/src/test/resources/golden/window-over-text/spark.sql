SELECT CAST(RANK() OVER (PARTITION BY `users`.`name` ORDER BY `users`.`country` DESC) AS BIGINT) AS `r`
FROM `web.users` AS `users`
