SELECT `c`.`click_id`, `n`.`item` AS `name`, CAST(`n`.`pos` + 1 AS BIGINT) AS `place`
FROM `web.clicks` AS `c`
  CROSS JOIN LATERAL POSEXPLODE(`c`.`names`) AS `n` (`pos`, `item`)
WHERE CAST(`n`.`pos` + 1 AS BIGINT) <= 3
