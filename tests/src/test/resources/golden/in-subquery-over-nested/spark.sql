SELECT `users`.`name`
FROM `web.users` AS `users`
WHERE `users`.`user_id` IN (SELECT `clicks`.`user_id`
      FROM `web.clicks` AS `clicks`
      WHERE `clicks`.`price` > 3)
