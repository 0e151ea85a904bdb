refused: FUNCTION at line 1, column 116: at_timezone: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 143: with_timezone: whether Spark's means the same has not been tested
