SELECT `users`.`country`, `users`.`active`, COUNT(*) AS `_col2`
FROM `web.users` AS `users`
GROUP BY GROUPING SETS((`users`.`country`, `users`.`active`), `users`.`country`, ())
