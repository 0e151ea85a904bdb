SELECT `_q`.`_c0` AS `user_id`, `_q`.`_c1` AS `click_id`, `_q`.`_c2` AS `place`
FROM (SELECT `clicks`.`user_id` AS `_c0`, `clicks`.`click_id` AS `_c1`, CAST(ROW_NUMBER() OVER (PARTITION BY `clicks`.`user_id` ORDER BY `clicks`.`happened` DESC) AS BIGINT) AS `_c2`, CAST(ROW_NUMBER() OVER (PARTITION BY `clicks`.`user_id` ORDER BY `clicks`.`happened` DESC) AS BIGINT) <= 3 AS `_qualify`
    FROM `web.clicks` AS `clicks`) AS `_q`
WHERE `_q`.`_qualify`
ORDER BY `user_id` NULLS LAST, `place` NULLS LAST
