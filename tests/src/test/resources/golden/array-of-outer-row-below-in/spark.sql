SELECT `c`.`click_id`
FROM `web.clicks` AS `c`
WHERE `c`.`dwell` IN (SELECT `x`.`item` AS `n`
      FROM EXPLODE(`c`.`nums`) AS `x` (`item`))
