refused: FUNCTION at line 1, column 19: array_agg: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 8: array_join: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 47: max_by: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 84: json_extract: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 72: json_format: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 122: approx_percentile: whether Spark's means the same has not been tested
