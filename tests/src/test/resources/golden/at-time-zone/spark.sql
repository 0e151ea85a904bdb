refused: FUNCTION at line 1, column 8: at_timezone: whether Spark's means the same has not been tested
