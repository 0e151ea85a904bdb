refused: WINDOW_DISTINCT at line 1, column 8: Trino: DISTINCT in window function parameters not yet supported
