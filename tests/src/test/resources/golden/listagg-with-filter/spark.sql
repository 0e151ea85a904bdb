SELECT `users`.`country`, LISTAGG(CASE WHEN `users`.`active` THEN `users`.`name` ELSE NULL END, ', ') WITHIN GROUP (ORDER BY `users`.`visits` NULLS LAST) AS `_col1`, LISTAGG(DISTINCT CASE WHEN `users`.`active` THEN `users`.`name` ELSE NULL END) WITHIN GROUP (ORDER BY CASE WHEN `users`.`active` THEN `users`.`name` ELSE NULL END DESC) AS `_col2`
FROM `web.users` AS `users`
GROUP BY `users`.`country`
