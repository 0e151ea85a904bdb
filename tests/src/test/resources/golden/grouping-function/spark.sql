SELECT `users`.`country`, CAST(GROUPING(`users`.`country`) AS INT) AS `g`, COUNT(*) AS `n`
FROM `web.users` AS `users`
GROUP BY ROLLUP(`users`.`country`)
