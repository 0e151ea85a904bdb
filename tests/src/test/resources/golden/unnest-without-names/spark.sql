SELECT `clicks`.`click_id`, `i`.`item`.`sku`
FROM `web.clicks` AS `clicks`
  CROSS JOIN LATERAL EXPLODE(`clicks`.`items`) AS `i` (`item`)
