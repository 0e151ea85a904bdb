SELECT `c`.`click_id`, `e`.`key` AS `k`, `e`.`value` AS `v`
FROM `web.clicks` AS `c`
  CROSS JOIN LATERAL EXPLODE(`c`.`tags`) AS `e` (`key`, `value`)
WHERE `e`.`key` = 'source'
