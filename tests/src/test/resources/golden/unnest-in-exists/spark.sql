SELECT `c`.`click_id`
FROM `web.clicks` AS `c`
WHERE EXISTS (SELECT 1 AS `_col0`
    FROM EXPLODE(`c`.`nums`) AS `n` (`item`)
    WHERE `n`.`item` > 5)
