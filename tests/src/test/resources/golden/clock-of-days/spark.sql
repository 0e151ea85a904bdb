SELECT COUNT(*) AS `n`
FROM `web.clicks` AS `clicks`
WHERE `clicks`.`datetime` >= DATE_FORMAT(CURRENT_DATE() - INTERVAL '7' DAY, 'yyyy-MM-dd') AND `clicks`.`datetime` < DATE_FORMAT(CURRENT_DATE(), 'yyyy-MM-dd')
