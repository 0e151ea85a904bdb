SELECT `c`.`device`.`geo`
FROM `web.clicks` AS `c`
