refused: FUNCTION at line 1, column 11: row: operator row has no row in the table of functions of spectrum
refused: FUNCTION at line 1, column 21: row: operator row has no row in the table of functions of spectrum
refused: RETURN_STRUCT at line 1, column 11: returning a whole row(field0 integer, field1 varchar(1)): only a top-level column of a table comes back whole
refused: RETURN_STRUCT at line 1, column 21: returning a whole row(field0 varchar, field1 integer): only a top-level column of a table comes back whole
