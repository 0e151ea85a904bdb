refused: ARRAY_FUNCTION at line 1, column 18: Redshift's array functions take SUPER values, not the arrays of external tables; Sluice has no rewrite for it yet (cardinality)
refused: ARRAY_FUNCTION at line 1, column 42: Redshift's array functions take SUPER values, not the arrays of external tables; Sluice has no rewrite for it yet (element_at)
refused: MAP_FUNCTION at line 1, column 73: Redshift sees a map as an array of structs of key and value and has no functions for it; UNNEST it instead (element_at)
refused: ARRAY_FUNCTION at line 1, column 122: Redshift's array functions take SUPER values, not the arrays of external tables; Sluice has no rewrite for it yet (contains)
