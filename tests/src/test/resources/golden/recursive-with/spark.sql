WITH RECURSIVE `n` (`x`) AS (SELECT 1 AS `_col0`
      UNION ALL
      SELECT `n`.`x` + 1 AS `_col0`
      FROM `n` AS `n`
      WHERE `n`.`x` < 5) SELECT `n_2`.`x`
    FROM `n` AS `n_2`
