SELECT `users`.`country` AS `land`, COUNT(*) AS `_col1`
FROM `web.users` AS `users`
GROUP BY `users`.`country`
ORDER BY 2 DESC, `land` NULLS LAST
