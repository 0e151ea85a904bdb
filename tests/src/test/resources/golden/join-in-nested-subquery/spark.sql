SELECT `x`.`os`
FROM (SELECT `c`.`device`.`os`
    FROM `web.clicks` AS `c`
      INNER JOIN `web.users` AS `u` ON `u`.`user_id` = `c`.`user_id`) AS `x`
