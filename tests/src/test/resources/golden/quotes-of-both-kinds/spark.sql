SELECT `c`.`datetime` AS `when`, `c`.`device`.`os`
FROM `web.clicks` AS `c`
