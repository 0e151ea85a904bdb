SELECT `c`.`click_id`, `u`.`item`.`0` AS `n`, `u`.`item`.`1` AS `name`
FROM `web.clicks` AS `c`
  CROSS JOIN LATERAL EXPLODE(ARRAYS_ZIP(COALESCE(`c`.`nums`, ARRAY()), COALESCE(`c`.`names`, ARRAY()))) AS `u` (`item`)
