SELECT `t`.`item` AS `n`
FROM EXPLODE(ARRAY(1, 2, 3)) AS `t` (`item`)
