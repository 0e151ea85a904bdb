refused: CORRELATED_UNNEST_WITH_CONDITION at line 1, column 52: Trino says of a condition over an array of the outer row that the subquery is not supported
