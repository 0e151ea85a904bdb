refused: LARGE_LIMIT at line 1, column 34: 2,147,483,647 is the most
