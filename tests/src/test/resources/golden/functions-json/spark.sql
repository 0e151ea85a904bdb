SELECT GET_JSON_OBJECT(`users`.`profile`, '$.a.b') AS `a`, GET_JSON_OBJECT(`users`.`profile`, '$.list[0]') AS `b`
FROM `web.users` AS `users`
