SELECT `p`.`url`, `e`.`item`.`name`, `e`.`item`.`arm`
FROM `web.pageviews` AS `p`
  CROSS JOIN LATERAL EXPLODE(`p`.`experiments`) AS `e` (`item`)
WHERE `p`.`day` = '2019-03-28' AND `p`.`browser`.`name` = 'firefox'
