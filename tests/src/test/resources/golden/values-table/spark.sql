SELECT `t`.`a`, `t`.`b`
FROM (VALUES (1, 'x'), (2, CAST(NULL AS STRING))) AS `t` (`a`, `b`)
