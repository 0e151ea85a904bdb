refused: GROUP_BY_CORRELATED at line 1, column 48: Trino takes it only where the query does not say the subquery again
