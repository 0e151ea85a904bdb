SELECT `readings`.`reading_id`, `readings`.`level`
FROM `web.readings` AS `readings`
WHERE `readings`.`level` > 3
