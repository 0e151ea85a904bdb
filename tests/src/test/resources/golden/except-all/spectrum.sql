refused: INTERSECT_OR_EXCEPT_ALL at line 1, column 1: Redshift has neither; Sluice has no rewrite for it yet
