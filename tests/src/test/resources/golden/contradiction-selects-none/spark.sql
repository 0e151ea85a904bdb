SELECT COUNT(*) AS `n`
FROM `web.clicks` AS `clicks`
WHERE `clicks`.`datetime` < '2019' AND `clicks`.`datetime` > '2020'
