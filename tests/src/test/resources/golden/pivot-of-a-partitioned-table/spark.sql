SELECT `p`.`datetime`, `p`.`x_n`
FROM (SELECT `t`.`datetime`, COUNT(*) FILTER (WHERE `t`.`user_id` = 'u7') AS `x_n`, COUNT(*) FILTER (WHERE `t`.`user_id` = 'u8') AS `u8_n`
    FROM (SELECT `clicks`.`user_id`, `clicks`.`datetime`
        FROM `web.clicks` AS `clicks`
        WHERE `clicks`.`datetime` > '2019-03-28') AS `t`
    GROUP BY `t`.`datetime`) AS `p`
WHERE `p`.`datetime` > '2019-03-28'
