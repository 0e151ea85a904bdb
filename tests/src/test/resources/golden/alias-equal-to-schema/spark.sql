SELECT `items_2`.`item`.`sku`, `web_2`.`click_id`
FROM `web.clicks` AS `web_2`
  CROSS JOIN LATERAL EXPLODE(`web_2`.`items`) AS `items_2` (`item`)
