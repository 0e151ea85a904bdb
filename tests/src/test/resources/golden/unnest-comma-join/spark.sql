SELECT `c`.`click_id`, `i`.`item`.`sku`
FROM `web.clicks` AS `c`
  CROSS JOIN LATERAL EXPLODE(`c`.`items`) AS `i` (`item`)
