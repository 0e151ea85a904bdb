refused: IN_SUBQUERY_OVER_NESTED at line 1, column 34: Outside FROM only EXISTS and NOT EXISTS may read nested data there; Sluice has no rewrite for it yet
