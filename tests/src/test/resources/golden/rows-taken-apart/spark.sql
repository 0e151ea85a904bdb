refused: FUNCTION at line 1, column 37: row: operator row has no row in the table of functions of spark
refused: FUNCTION at line 1, column 29: cast: a cast from row(field0 integer, field1 varchar) to row(n bigint, field1 varchar) is not known to mean the same
