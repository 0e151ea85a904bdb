refused: NESTED_WITH at line 1, column 16: Redshift refuses a WITH inside a WITH; Sluice has no rewrite for it yet
