SELECT `users_2`.`name` AS `users`, `u`.`n`
FROM `web.users` AS `users_2`
  INNER JOIN (SELECT `users_3`.`country` AS `u`, COUNT(*) AS `n`
    FROM `web.users` AS `users_3`
    GROUP BY `users_3`.`country`) AS `u` ON `u`.`u` = `users_2`.`country`
ORDER BY `users_2`.`name` NULLS LAST, `u`.`n` NULLS LAST
