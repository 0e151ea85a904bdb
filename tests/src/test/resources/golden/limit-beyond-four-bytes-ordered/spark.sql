refused: LARGE_LIMIT_OF_ORDERED at line 1, column 48: The limit is an integer of four bytes
