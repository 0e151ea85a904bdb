SELECT GET_JSON_OBJECT(`users`.`profile`, '$.a.b') AS `a`
FROM `web.users` AS `users`
