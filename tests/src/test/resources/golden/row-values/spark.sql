refused: FUNCTION at line 1, column 11: row: operator row has no row in the table of functions of spark
refused: FUNCTION at line 1, column 21: row: operator row has no row in the table of functions of spark
