SELECT `clicks`.`device`.`os`, `clicks`.`device`.`geo`.`city` AS `town`
FROM `web.clicks` AS `clicks`
WHERE `clicks`.`device`.`geo`.`lat` > 47.5
