SELECT `_q`.`_c0` AS `score`
FROM (SELECT `users`.`visits` AS `_c0`, `users`.`visits` + 1 AS `_o0`, CAST(RANK() OVER (ORDER BY `users`.`visits` NULLS LAST) AS BIGINT) < 3 AS `_qualify`
    FROM `web.users` AS `users`) AS `_q`
WHERE `_q`.`_qualify`
ORDER BY `_q`.`_o0` NULLS LAST
