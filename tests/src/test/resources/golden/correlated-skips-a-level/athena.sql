refused: CORRELATION_SKIPS_A_LEVEL at line 1, column 45: Trino says of a subquery that skips a level of correlation that it is not supported
