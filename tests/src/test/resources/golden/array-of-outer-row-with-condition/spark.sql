SELECT `c`.`click_id`
FROM `web.clicks` AS `c`
WHERE EXISTS (SELECT 1 AS `_col0`
    FROM EXPLODE(`c`.`items`) AS `i` (`item`)
    WHERE `i`.`item`.`qty` > 1)
