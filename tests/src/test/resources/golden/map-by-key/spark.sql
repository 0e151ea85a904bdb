SELECT `clicks`.`click_id`, CASE WHEN MAP_CONTAINS_KEY(`clicks`.`tags`, 'source') THEN `clicks`.`tags`['source'] WHEN `clicks`.`tags` IS NULL THEN NULL ELSE RAISE_ERROR(CONCAT('Key not present in map: ', CAST('source' AS STRING))) END AS `source`
FROM `web.clicks` AS `clicks`
