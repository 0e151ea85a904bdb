refused: CORRELATION_SKIPS_A_LEVEL at line 1, column 45: Spark finds the names of the query right around and no farther out
