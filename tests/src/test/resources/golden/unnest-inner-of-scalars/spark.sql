SELECT `c`.`click_id`, `x`.`item` AS `n`
FROM `web.clicks` AS `c`
  CROSS JOIN LATERAL EXPLODE(`c`.`nums`) AS `x` (`item`)
WHERE `x`.`item` >= 10
