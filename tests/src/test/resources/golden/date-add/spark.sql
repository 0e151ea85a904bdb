SELECT CAST(TIMESTAMPADD(DAY, CAST(3 AS INT), `users`.`born`) AS DATE) AS `a`, TIMESTAMPADD(HOUR, CAST(`users`.`visits` AS INT), `users`.`seen`) AS `b`, CAST(TIMESTAMPADD(MONTH, CAST(1 AS INT), `users`.`born`) AS DATE) AS `c`
FROM `web.users` AS `users`
