SELECT CAST(`users`.`visits` DIV 7 AS INT) AS `weeks`, `users`.`visits` % 7 AS `rest`, `users`.`total` % 3 AS `m`, - `users`.`visits` AS `less`
FROM `web.users` AS `users`
