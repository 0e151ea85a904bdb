SELECT `users`.`user_id`, CAST(RANK() OVER (ORDER BY `users`.`visits` DESC) AS BIGINT) AS `a`, CAST(DENSE_RANK() OVER (ORDER BY `users`.`visits` DESC) AS BIGINT) AS `b`, CAST(NTILE(4) OVER (ORDER BY `users`.`visits` NULLS LAST) AS BIGINT) AS `c`
FROM `web.users` AS `users`
