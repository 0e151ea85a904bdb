refused: JOIN_IN_NESTED_SUBQUERY at line 1, column 48: A subquery whose FROM names a nested table may name no other there; Sluice has no rewrite for it yet
refused: CORRELATED_SHAPE at line 1, column 48: Not known to work: not established: whether Redshift takes these shapes, which are not among the patterns that it says it refuses; would be settled by queries
