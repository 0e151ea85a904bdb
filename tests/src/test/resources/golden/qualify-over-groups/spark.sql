SELECT `_q`.`_c0` AS `country`, `_q`.`_c1` AS `n`
FROM (SELECT `users`.`country` AS `_c0`, COUNT(*) AS `_c1`, CAST(RANK() OVER (ORDER BY COUNT(*) DESC) AS BIGINT) <= 5 AS `_qualify`
    FROM `web.users` AS `users`
    GROUP BY `users`.`country`) AS `_q`
WHERE `_q`.`_qualify`
