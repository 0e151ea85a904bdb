refused: ARRAY_FUNCTION at line 1, column 8: Redshift's array functions take SUPER values, not the arrays of external tables; Sluice has no rewrite for it yet (transform)
refused: LAMBDA at line 1, column 26: Redshift has no lambdas
refused: ARRAY_FUNCTION at line 1, column 42: Redshift's array functions take SUPER values, not the arrays of external tables; Sluice has no rewrite for it yet (filter)
refused: ARRAY_FUNCTION at line 1, column 73: Redshift's array functions take SUPER values, not the arrays of external tables; Sluice has no rewrite for it yet (any_match)
refused: ARRAY_FUNCTION at line 1, column 107: Redshift's array functions take SUPER values, not the arrays of external tables; Sluice has no rewrite for it yet (reduce)
