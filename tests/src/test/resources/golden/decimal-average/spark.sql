refused: DECIMAL_AVERAGE at line 1, column 8: The answer would be wrong: Spark gives four more digits after the point; Sluice has no rewrite for it yet
