SELECT `impressions`.`slot`, COUNT(*) AS `n`
FROM `web.impressions` AS `impressions`
WHERE `impressions`.`day` = '2019-03-26'
GROUP BY `impressions`.`slot`
