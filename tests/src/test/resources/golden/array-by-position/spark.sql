SELECT `clicks`.`click_id`, `clicks`.`nums`[0] AS `first`, `clicks`.`nums`[`clicks`.`dwell` - 1] AS `nth`
FROM `web.clicks` AS `clicks`
