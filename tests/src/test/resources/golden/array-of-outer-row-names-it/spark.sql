SELECT `c`.`click_id`
FROM `web.clicks` AS `c`
WHERE NOT EXISTS (SELECT 1 AS `_col0`
    FROM EXPLODE(`c`.`nums`) AS `x` (`item`)
    WHERE `x`.`item` > `c`.`dwell`)
