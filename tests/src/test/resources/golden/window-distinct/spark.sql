refused: WINDOW_DISTINCT at line 1, column 8: Spark: Distinct window functions are not supported
