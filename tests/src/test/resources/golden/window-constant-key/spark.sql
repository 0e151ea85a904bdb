SELECT `users`.`name`, CAST(ROW_NUMBER() OVER (PARTITION BY `users`.`country` ORDER BY 1 NULLS LAST) AS BIGINT) AS `n`
FROM `web.users` AS `users`
