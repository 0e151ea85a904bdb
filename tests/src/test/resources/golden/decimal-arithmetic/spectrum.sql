refused: FUNCTION at line 1, column 84: mod: a remainder of anything but whole numbers
