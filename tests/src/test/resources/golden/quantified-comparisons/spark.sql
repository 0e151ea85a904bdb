SELECT `users`.`name`
FROM `web.users` AS `users`
WHERE `users`.`visits` IN (SELECT `users_2`.`visits`
      FROM `web.users` AS `users_2`
      WHERE `users_2`.`active`) AND `users`.`country` NOT IN (SELECT `t`.`_col0`
      FROM (VALUES ('ch'), ('de')) AS `t` (`_col0`))
