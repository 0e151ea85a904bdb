SELECT COUNT(*) AS `n`
FROM `web.clicks` AS `clicks`
WHERE SUBSTR(`clicks`.`datetime`, 1, 10) = '2019-03-27' AND TO_TIMESTAMP(`clicks`.`datetime`, 'yyyy-MM-dd-HH') >= DATE_TRUNC('hour', DATE_TRUNC('MILLISECOND', CURRENT_TIMESTAMP())) AND (`clicks`.`datetime` >= '2019-03-27' AND `clicks`.`datetime` < '2019-03-28')
