refused: FUNCTION at line 1, column 8: array_agg: whether Spark's means the same has not been tested
