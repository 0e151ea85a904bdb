SELECT `c`.`click_id`, `i`.`item`.`sku`, CAST(`i`.`item`.`price` * `i`.`item`.`qty` AS decimal(20,2)) AS `amount`
FROM `web.clicks` AS `c`
  CROSS JOIN LATERAL EXPLODE(`c`.`items`) AS `i` (`item`)
WHERE `i`.`item`.`qty` > 1
