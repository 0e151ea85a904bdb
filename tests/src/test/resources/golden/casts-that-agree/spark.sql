SELECT CAST(`users`.`visits` AS STRING) AS `a`, CAST(`users`.`born` AS STRING) AS `b`, CAST(`users`.`seen` AS DATE) AS `c`, CAST(`users`.`visits` AS DOUBLE) AS `d`, CAST(`users`.`born` AS TIMESTAMP) AS `e`, LEFT(`users`.`name`, 3) AS `f`, CAST(`users`.`balance` AS DOUBLE) AS `g`, CAST(`users`.`total` AS INT) AS `h`, CAST(`users`.`active` AS STRING) AS `i`
FROM `web.users` AS `users`
