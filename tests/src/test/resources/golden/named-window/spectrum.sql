refused: NAMED_WINDOW at line 1, column 29: Redshift has no WINDOW clause; Sluice has no rewrite for it yet
