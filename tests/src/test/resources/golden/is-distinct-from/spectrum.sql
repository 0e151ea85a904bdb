refused: IS_DISTINCT_FROM at line 1, column 37: Listed as unsupported; Sluice has no rewrite for it yet
