SELECT `c`.`click_id`, (SELECT MAX(`x`.`item`) AS `_col0`
    FROM EXPLODE(`c`.`nums`) AS `x` (`item`)) AS `m`, (SELECT COUNT(*) AS `_col0`
    FROM EXPLODE(`c`.`names`) AS `y` (`item`)) AS `k`
FROM `web.clicks` AS `c`
