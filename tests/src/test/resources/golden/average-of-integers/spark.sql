SELECT AVG(`users`.`visits`) AS `a`, AVG(`users`.`total`) AS `b`, CAST(AVG(`users`.`ratio`) AS FLOAT) AS `c`, AVG(`users`.`score`) AS `d`
FROM `web.users` AS `users`
