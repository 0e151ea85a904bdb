SELECT CASE WHEN REGEXP_LIKE(`users`.`name`, '[a-z]+') THEN REGEXP_EXTRACT(`users`.`name`, '[a-z]+', 0) ELSE NULL END AS `a`
FROM `web.users` AS `users`
