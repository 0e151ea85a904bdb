refused: GROUP_BY_CORRELATED at line 1, column 48: One of the patterns of correlation that Redshift refuses: GROUP BY on the result of one
