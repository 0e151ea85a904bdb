SELECT `a`.`n`, `b`.`n`
FROM (SELECT COUNT(*) AS `n`
    FROM `web.users` AS `t`
    WHERE `t`.`active`) AS `a`
  CROSS JOIN (SELECT COUNT(*) AS `n`
    FROM `web.users` AS `t_2`
    WHERE NOT `t_2`.`active`) AS `b`
