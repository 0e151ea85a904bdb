SELECT `t`.`click_id`
FROM (SELECT `clicks`.`click_id`
    FROM `web.clicks` AS `clicks`
    ORDER BY `clicks`.`price` DESC
    LIMIT 5) AS `t`
