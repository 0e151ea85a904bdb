SELECT COUNT(*) AS `n`
FROM `web.clicks` AS `clicks`
WHERE `clicks`.`datetime` BETWEEN '2019-03-27-23' AND '2019-03-28-01'
