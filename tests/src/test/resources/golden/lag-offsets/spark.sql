SELECT LAG(`users`.`visits`, 0) OVER (ORDER BY `users`.`name` NULLS LAST) AS `a`, LEAD(`users`.`visits`, 2) OVER (ORDER BY `users`.`name` NULLS LAST) AS `b`
FROM `web.users` AS `users`
