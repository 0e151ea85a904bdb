SELECT `c`.`click_id`
FROM `web.clicks` AS `c`
WHERE EXISTS (SELECT 1 AS `_col0`
    FROM EXPLODE(`c`.`names`) AS `x` (`item`)
      INNER JOIN `web.users` AS `u` ON `u`.`name` = `x`.`item`)
