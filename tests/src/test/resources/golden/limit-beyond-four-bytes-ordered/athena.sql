refused: LARGE_LIMIT_OF_ORDERED at line 1, column 48: ORDER BY LIMIT > 2147483647 is not supported
