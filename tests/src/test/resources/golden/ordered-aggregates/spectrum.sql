refused: COLLECTING_AGGREGATE at line 1, column 17: Redshift has no ARRAY_AGG and none that makes a map
refused: ORDERED_AGGREGATE at line 1, column 17: The answer would be wrong: Redshift's LISTAGG leaves empty texts out, where Athena's keeps them; it has no array_agg
refused: ARRAY_FUNCTION at line 1, column 173: Redshift's array functions take SUPER values, not the arrays of external tables; Sluice has no rewrite for it yet (cardinality)
