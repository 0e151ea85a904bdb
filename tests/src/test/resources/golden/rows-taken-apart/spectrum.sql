refused: FUNCTION at line 1, column 37: row: operator row has no row in the table of functions of spectrum
refused: FUNCTION at line 1, column 29: cast: Redshift takes no whole struct, array or map in an expression
refused: FUNCTION at line 1, column 29: dot: operator dot has no row in the table of functions of spectrum
