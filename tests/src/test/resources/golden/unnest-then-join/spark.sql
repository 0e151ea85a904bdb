SELECT `u`.`name`, `i`.`item`.`sku`
FROM `web.clicks` AS `c`
  CROSS JOIN LATERAL EXPLODE(`c`.`items`) AS `i` (`item`)
  INNER JOIN `web.users` AS `u` ON `u`.`user_id` = `c`.`user_id`
