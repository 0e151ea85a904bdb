refused: WINDOW_GROUPS_FRAME at line 1, column 25: Spark has ROWS and RANGE frames only; Sluice has no rewrite for it yet
