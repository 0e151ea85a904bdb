SELECT CAST(`users`.`balance` * 3 AS decimal(22,2)) AS `a`, CAST(`users`.`balance` + `users`.`total` AS decimal(22,2)) AS `b`, CAST(`users`.`balance` - 1.25 AS decimal(13,2)) AS `c`, - `users`.`balance` AS `d`, CAST(`users`.`balance` % 2 AS decimal(12,2)) AS `e`
FROM `web.users` AS `users`
