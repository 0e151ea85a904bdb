refused: MANY_GROUPING_SETS at line 1, column 46: 64 grouping sets are the most (128 sets)
