SELECT `p`.`ch_names`, `p`.`ch_most`, `p`.`de_names`, `p`.`de_most`
FROM (SELECT LISTAGG(CASE WHEN `u_2`.`country` = 'ch' THEN `u_2`.`name` ELSE NULL END, ', ') WITHIN GROUP (ORDER BY `u_2`.`name` NULLS LAST) AS `ch_names`, MAX(`u_2`.`visits`) FILTER (WHERE `u_2`.`country` = 'ch') AS `ch_most`, LISTAGG(CASE WHEN `u_2`.`country` = 'de' THEN `u_2`.`name` ELSE NULL END, ', ') WITHIN GROUP (ORDER BY `u_2`.`name` NULLS LAST) AS `de_names`, MAX(`u_2`.`visits`) FILTER (WHERE `u_2`.`country` = 'de') AS `de_most`
    FROM (SELECT `u`.`name`, `u`.`country`, `u`.`visits`
        FROM `web.users` AS `u`) AS `u_2`) AS `p`
