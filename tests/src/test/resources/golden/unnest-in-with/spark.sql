WITH `x` AS (SELECT `c`.`click_id`, `i`.`item`.`sku`
    FROM `web.clicks` AS `c`
      CROSS JOIN LATERAL EXPLODE(`c`.`items`) AS `i` (`item`)) SELECT `x`.`sku`, COUNT(*) AS `n`
    FROM `x` AS `x`
    GROUP BY `x`.`sku`
