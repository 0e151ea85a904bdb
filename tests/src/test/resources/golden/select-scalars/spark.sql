SELECT `clicks`.`click_id`, `clicks`.`url`, `clicks`.`price`, `clicks`.`score`
FROM `web.clicks` AS `clicks`
WHERE `clicks`.`price` > 1.50 AND `clicks`.`url` IS NOT NULL
