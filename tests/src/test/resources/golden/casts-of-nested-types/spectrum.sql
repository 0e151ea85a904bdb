refused: ARRAY_FUNCTION at line 1, column 108: Redshift's array functions take SUPER values, not the arrays of external tables; Sluice has no rewrite for it yet (cast)
refused: MAP_FUNCTION at line 1, column 142: Redshift sees a map as an array of structs of key and value and has no functions for it; UNNEST it instead (cast)
