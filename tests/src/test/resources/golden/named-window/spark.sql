SELECT `users`.`user_id`, CAST(RANK() OVER `w` AS BIGINT) AS `place`
FROM `web.users` AS `users`
WINDOW `w` AS (PARTITION BY `users`.`country` ORDER BY `users`.`visits` DESC)
