SELECT `users`.`user_id`
FROM `web.users` AS `users`
WHERE `users`.`name` LIKE '50!%%' ESCAPE '!' AND `users`.`name` LIKE 'a\\b%' ESCAPE '' AND REGEXP_LIKE(`users`.`name`, '(?d)^[A-Z]+x')
