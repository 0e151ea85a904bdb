SELECT `clicks_retyped`.`click_id`, `clicks_retyped`.`code`
FROM `web.clicks_retyped` AS `clicks_retyped`
