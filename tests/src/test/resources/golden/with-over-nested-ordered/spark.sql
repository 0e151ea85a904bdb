WITH `os` AS (SELECT `c`.`device`.`os`
    FROM `web.clicks` AS `c`) SELECT `os`.`os`, COUNT(*) AS `n`
    FROM `os` AS `os`
    GROUP BY `os`.`os`
    ORDER BY `n` DESC
    LIMIT 3
