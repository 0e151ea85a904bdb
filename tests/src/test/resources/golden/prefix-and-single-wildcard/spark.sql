SELECT COUNT(*) AS `n`
FROM `web.clicks` AS `clicks`
WHERE `clicks`.`datetime` >= '2019-03-28' AND `clicks`.`datetime` LIKE '2019-03-28-0_' AND (`clicks`.`datetime` >= '2019-03-28-0' AND `clicks`.`datetime` < '2019-03-28-1')
