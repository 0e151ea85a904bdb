SELECT `p`.`active`, `p`.`ch_total`, `p`.`ch_n`, `p`.`germany_total`, `p`.`germany_n`, `p`.`null_total`, `p`.`null_n`
FROM (SELECT `t`.`active`, SUM(`t`.`visits`) FILTER (WHERE `t`.`country` = 'ch') AS `ch_total`, COUNT(*) FILTER (WHERE `t`.`country` = 'ch') AS `ch_n`, SUM(`t`.`visits`) FILTER (WHERE `t`.`country` = 'DE') AS `germany_total`, COUNT(*) FILTER (WHERE `t`.`country` = 'DE') AS `germany_n`, SUM(`t`.`visits`) FILTER (WHERE `t`.`country` IS NULL) AS `null_total`, COUNT(*) FILTER (WHERE `t`.`country` IS NULL) AS `null_n`
    FROM (SELECT `users`.`country`, `users`.`active`, `users`.`visits`
        FROM `web.users` AS `users`) AS `t`
    GROUP BY `t`.`active`) AS `p`
WHERE `p`.`ch_n` > 0
ORDER BY `active` NULLS LAST
