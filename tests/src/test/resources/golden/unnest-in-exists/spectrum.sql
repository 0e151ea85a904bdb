refused: CORRELATED_SUBQUERY at line 1, column 50: Redshift refuses six patterns of correlation and over external tables needs $spectrum_oid; Sluice does not tell the patterns apart yet
refused: CORRELATED_SHAPE at line 1, column 50: Redshift refuses six patterns of correlation; Sluice does not tell the patterns apart yet
refused: UNNEST_CORRELATED_SUBQUERY at line 1, column 65: Redshift takes some such subqueries, the outer row standing in FROM alone; Sluice has no rewrite for it yet
