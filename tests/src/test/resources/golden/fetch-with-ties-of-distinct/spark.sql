SELECT `_t`.`_c0` AS `country`, `_t`.`_c1` AS `active`
FROM (SELECT `_u`.`_c0`, `_u`.`_c1`, RANK() OVER (ORDER BY `_u`.`_c1` NULLS LAST) AS `_rank`
    FROM (SELECT DISTINCT `users`.`country` AS `_c0`, `users`.`active` AS `_c1`
        FROM `web.users` AS `users`) AS `_u`) AS `_t`
WHERE `_t`.`_rank` <= 2
ORDER BY `active` NULLS LAST
