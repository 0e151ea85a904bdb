refused: UNNEST_WITH_ORDINALITY at line 1, column 61: Redshift gives an index (AT) to SUPER values only, not to the arrays of external tables
