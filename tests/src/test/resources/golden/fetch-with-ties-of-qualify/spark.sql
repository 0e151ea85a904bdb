SELECT `_t`.`_c0` AS `name`
FROM (SELECT `_q`.`_c0` AS `_c0`, `_q`.`_o0` AS `_o0`, RANK() OVER (ORDER BY `_q`.`_o0` NULLS LAST) AS `_rank`
    FROM (SELECT `users`.`name` AS `_c0`, CAST(RANK() OVER (ORDER BY `users`.`born` NULLS LAST) AS BIGINT) AS `_o0`, CAST(ROW_NUMBER() OVER (PARTITION BY `users`.`country` ORDER BY `users`.`visits` NULLS LAST) AS BIGINT) = 1 AS `_qualify`
        FROM `web.users` AS `users`) AS `_q`
    WHERE `_q`.`_qualify`) AS `_t`
WHERE `_t`.`_rank` <= 2
ORDER BY `_t`.`_o0` NULLS LAST
