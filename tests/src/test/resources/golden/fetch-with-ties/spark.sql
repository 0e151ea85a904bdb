SELECT `_t`.`_c0` AS `name`, `_t`.`_c1` AS `v`
FROM (SELECT `users`.`name` AS `_c0`, `users`.`visits` AS `_c1`, LOWER(`users`.`country`) AS `_o0`, RANK() OVER (ORDER BY `users`.`visits` DESC, LOWER(`users`.`country`) NULLS LAST) AS `_rank`
    FROM `web.users` AS `users`) AS `_t`
WHERE `_t`.`_rank` <= 3
ORDER BY `v` DESC, `_t`.`_o0` NULLS LAST
