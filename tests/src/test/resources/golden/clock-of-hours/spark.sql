SELECT COUNT(*) AS `n`
FROM `web.clicks` AS `clicks`
WHERE `clicks`.`datetime` > DATE_FORMAT(DATE_TRUNC('MILLISECOND', CURRENT_TIMESTAMP()) - INTERVAL '1' HOUR, 'yyyy-MM-dd-HH')
