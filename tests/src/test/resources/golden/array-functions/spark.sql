SELECT `clicks`.`click_id`, CAST(SIZE(`clicks`.`nums`) AS BIGINT) AS `n`, TRY_ELEMENT_AT(`clicks`.`nums`, 2) AS `second`, TRY_ELEMENT_AT(`clicks`.`tags`, 'x') AS `x`
FROM `web.clicks` AS `clicks`
WHERE ARRAY_CONTAINS(`clicks`.`names`, 'a')
