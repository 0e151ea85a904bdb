refused: VALUES_TABLE at line 1, column 12: Redshift takes VALUES in INSERT only; Sluice has no rewrite for it yet
