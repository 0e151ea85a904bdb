refused: WINDOW_RANGE_FRAME at line 1, column 25: Redshift has ROWS frames only; Sluice has no rewrite for it yet
