SELECT `c`.`click_id`, `i`.`item`.`sku`, `n`.`item` AS `x`
FROM `web.clicks` AS `c`
  LEFT JOIN LATERAL EXPLODE(`c`.`items`) AS `i` (`item`) ON TRUE
  CROSS JOIN LATERAL EXPLODE(`c`.`nums`) AS `n` (`item`)
