SELECT CAST(`users`.`visits` AS STRING) AS `a`, CAST(ROUND(`users`.`score`, 0) AS BIGINT) AS `b`, CAST(`users`.`profile` AS INT) AS `c`, TRY_CAST(`users`.`profile` AS INT) AS `d`, CAST(`users`.`born` AS TIMESTAMP) AS `e`, CAST(`users`.`seen` AS DATE) AS `f`, CAST(`users`.`visits` AS DOUBLE) AS `g`
FROM `web.users` AS `users`
