SELECT `c`.`click_id`, `i`.`item`.`sku`
FROM `web.clicks` AS `c`
  LEFT JOIN LATERAL EXPLODE(`c`.`items`) AS `i` (`item`) ON TRUE
