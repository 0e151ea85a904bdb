refused: FUNCTION at line 1, column 17: array_agg: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 95: array_agg: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 185: array_agg: whether Spark's means the same has not been tested
