refused: DECIMAL_DIVISION at line 1, column 8: The answer would be wrong: Redshift keeps more digits: decimal(8,2) / decimal(8,2) has scale 9 there and 2 in Athena; Sluice has no rewrite for it yet
