refused: LARGE_LIMIT_OF_ORDERED at line 1, column 48: 2,147,483,647 is the most
