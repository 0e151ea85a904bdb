refused: LARGE_LIMIT at line 1, column 34: The limit is an integer of four bytes
