refused: DECIMAL_DIVISION at line 1, column 8: The answer would be wrong: Spark keeps at least six digits after the point, Athena no more than its operands have; Sluice has no rewrite for it yet
