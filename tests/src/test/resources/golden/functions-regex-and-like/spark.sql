SELECT `users`.`user_id`
FROM `web.users` AS `users`
WHERE `users`.`name` LIKE 'A\\_%' ESCAPE '' AND `users`.`name` NOT LIKE '%!%%' ESCAPE '!' AND REGEXP_LIKE(`users`.`name`, '(?d)^[A-Z]\\d+') AND CASE WHEN REGEXP_LIKE(`users`.`name`, '(\\d+)-(\\d+)') THEN REGEXP_EXTRACT(`users`.`name`, '(\\d+)-(\\d+)', 2) ELSE NULL END = '7'
