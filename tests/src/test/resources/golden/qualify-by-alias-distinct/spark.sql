SELECT DISTINCT `_q`.`_c0` AS `country`, `_q`.`_c1` AS `r`
FROM (SELECT `users`.`country` AS `_c0`, CAST(RANK() OVER (ORDER BY `users`.`visits` DESC) AS BIGINT) AS `_c1`, CAST(RANK() OVER (ORDER BY `users`.`visits` DESC) AS BIGINT) <= 3 AS `_qualify`
    FROM `web.users` AS `users`) AS `_q`
WHERE `_q`.`_qualify`
ORDER BY `country` NULLS LAST
