refused: ORDER_BY_IN_NESTED_SUBQUERY at line 1, column 25: Redshift: A subquery that refers to a nested table cannot contain ORDER BY clause; Sluice has no rewrite for it yet
