SELECT `u`.`name`, `i`.`item`.`sku` AS `a`
FROM `web.users` AS `u`
  INNER JOIN `web.clicks` AS `c` ON `u`.`user_id` = `c`.`user_id`
  CROSS JOIN LATERAL EXPLODE(`c`.`items`) AS `i` (`item`)
WHERE `i`.`item`.`price` > 2
