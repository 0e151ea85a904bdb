refused: FUNCTION at line 1, column 8: json_value: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 88: json_query: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 177: json_array: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 139: json_object: whether Spark's means the same has not been tested
refused: FUNCTION at line 1, column 252: json_exists: whether Spark's means the same has not been tested
