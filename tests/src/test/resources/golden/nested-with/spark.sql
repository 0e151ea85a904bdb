SELECT `x`.`n`
FROM (WITH `a` AS (SELECT COUNT(*) AS `n`
          FROM `web.users` AS `users`) SELECT `a`.`n`
          FROM `a` AS `a`) AS `x`
