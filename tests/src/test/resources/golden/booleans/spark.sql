SELECT `users`.`active`, NOT `users`.`active` AS `b`, `users`.`visits` > 3 AS `c`
FROM `web.users` AS `users`
WHERE NOT `users`.`active` OR (`users`.`visits` > 1) IS NULL
