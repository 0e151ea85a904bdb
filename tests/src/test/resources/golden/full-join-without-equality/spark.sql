SELECT `u`.`name`, `s`.`pages`
FROM `web.users` AS `u`
  FULL JOIN `web.sessions_by_name` AS `s` ON `u`.`visits` > `s`.`pages`
