SELECT `mapped_json`.`at`
FROM `raw.mapped_json` AS `mapped_json`
