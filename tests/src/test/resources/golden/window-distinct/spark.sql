refused: WINDOW_DISTINCT at line 1, column 8: Spark: distinct window functions are not supported
