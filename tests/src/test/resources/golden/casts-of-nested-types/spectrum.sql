refused: FUNCTION at line 1, column 8: cast: Redshift takes no whole struct, array or map in an expression
refused: FUNCTION at line 1, column 108: cast: Redshift takes no whole struct, array or map in an expression
refused: FUNCTION at line 1, column 142: cast: Redshift takes no whole struct, array or map in an expression
refused: RETURN_STRUCT at line 1, column 8: returning a whole row(os varchar, order varchar, geo row(lat double, lon real, city varchar)): only a top-level column of a table comes back whole
refused: RETURN_ARRAY at line 1, column 108: returning a whole array(bigint): only a top-level column of a table comes back whole
refused: RETURN_MAP at line 1, column 142: returning a whole map(varchar, varchar): only a top-level column of a table comes back whole
