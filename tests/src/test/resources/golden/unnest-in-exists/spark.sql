refused: UNNEST_CORRELATED_SUBQUERY at line 1, column 65: Not known to work: not established: whether Spark explodes an outer row's array inside a subquery; would be settled by executed cases
