SELECT `a`.`click_id`
FROM `web.clicks` AS `a`
  INNER JOIN `web.clicks` AS `b` ON `a`.`user_id` = `b`.`user_id`
WHERE `a`.`datetime` = '2019-03-27-22' AND `b`.`datetime` LIKE '2019-04%' AND (`b`.`datetime` >= '2019-04' AND `b`.`datetime` < '2019-05')
