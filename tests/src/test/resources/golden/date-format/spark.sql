SELECT DATE_FORMAT(`users`.`seen`, 'yyyy-MM-dd HH:mm:ss') AS `a`, CAST(UNIX_MICROS(CAST(`users`.`seen` AS TIMESTAMP)) AS DOUBLE) / CAST(1000000 AS DOUBLE) AS `b`
FROM `web.users` AS `users`
