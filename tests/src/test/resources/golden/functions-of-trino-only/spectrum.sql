refused: ARRAY_FUNCTION at line 1, column 8: Redshift's array functions take SUPER values, not the arrays of external tables; Sluice has no rewrite for it yet (array_join)
refused: COLLECTING_AGGREGATE at line 1, column 19: Redshift has no ARRAY_AGG and none that makes a map
