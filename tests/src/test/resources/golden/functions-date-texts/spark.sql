SELECT DATE_FORMAT(`users`.`seen`, 'yyyy-MM-dd HH:mm') AS `a`, TO_TIMESTAMP('2019-03-28', 'yyyy-MM-dd') AS `b`, TIMESTAMP_SECONDS(`users`.`total`) AS `c`, CAST(UNIX_MICROS(CAST(`users`.`seen` AS TIMESTAMP)) AS DOUBLE) / CAST(1000000 AS DOUBLE) AS `d`, DATE_TRUNC('MILLISECOND', CAST(`users`.`name` AS TIMESTAMP)) AS `e`
FROM `web.users` AS `users`
