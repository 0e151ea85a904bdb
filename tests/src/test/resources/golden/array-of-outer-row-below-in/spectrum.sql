refused: IN_SUBQUERY_OVER_NESTED at line 1, column 41: Outside FROM only EXISTS and NOT EXISTS may read nested data there; Sluice has no rewrite for it yet
refused: CORRELATED_SHAPE at line 1, column 53: Not known to work: not established: whether Redshift takes these shapes, which are not among the patterns that it says it refuses; would be settled by queries
