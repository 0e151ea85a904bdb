SELECT `readings`.`reading_id`
FROM `web.readings` AS `readings`
