SELECT `u`.`name`
FROM `web.users` AS `u`
  LEFT JOIN `web.rolls` AS `r` ON `u`.`visits` = `r`.`amount` AND `r`.`region` LIKE 'e%'
