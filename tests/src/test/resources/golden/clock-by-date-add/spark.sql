SELECT COUNT(*) AS `n`
FROM `web.clicks` AS `clicks`
WHERE `clicks`.`datetime` >= DATE_FORMAT(CAST(TIMESTAMPADD(DAY, CAST(1 AS INT), CURRENT_DATE()) AS DATE), 'yyyy-MM-dd')
