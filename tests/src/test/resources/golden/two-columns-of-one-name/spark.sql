SELECT `a`.`user_id`, `b`.`user_id`
FROM `web.users` AS `a`
  INNER JOIN `web.sessions_by_name` AS `b` ON `a`.`user_id` = `b`.`user_id`
