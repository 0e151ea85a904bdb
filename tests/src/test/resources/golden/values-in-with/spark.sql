WITH `a` (`_col0`, `_col1`) AS (VALUES (1, 'x'), (2, 'y')), `b` (`_col0`) AS ((VALUES (1))
      UNION ALL
      SELECT `users`.`visits`
      FROM `web.users` AS `users`) SELECT `a`.`_col0`, `a`.`_col1`, `b`.`_col0` AS `_col2`, `c`.`_col0` AS `_col3`
    FROM `a` AS `a`,
      `b` AS `b`,
        ((VALUES (3))
          UNION ALL
          SELECT 4 AS `_col0`) AS `c` (`_col0`)
