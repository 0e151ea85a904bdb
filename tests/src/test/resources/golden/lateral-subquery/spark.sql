SELECT `u`.`name`, `t`.`n`
FROM `web.users` AS `u`
  CROSS JOIN LATERAL (SELECT COUNT(*) AS `n`
    FROM `web.sessions_by_name` AS `s`
    WHERE `s`.`user_id` = `u`.`user_id`) AS `t`
