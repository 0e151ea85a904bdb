SELECT `c`.`click_id`, `n`.`item` AS `x`, `i`.`item`.`sku`
FROM `web.clicks` AS `c`
  CROSS JOIN LATERAL EXPLODE(`c`.`nums`) AS `n` (`item`)
  CROSS JOIN LATERAL EXPLODE(`c`.`items`) AS `i` (`item`)
