SELECT TRANSFORM(`clicks`.`nums`, `x` -> `x` + 1) AS `a`, FILTER(`clicks`.`nums`, `x` -> `x` > 1) AS `b`, EXISTS(`clicks`.`nums`, `x` -> `x` > 1) AS `c`, AGGREGATE(`clicks`.`nums`, 0, (`s`, `x`) -> `s` + `x`, `s` -> `s`) AS `d`
FROM `web.clicks` AS `clicks`
