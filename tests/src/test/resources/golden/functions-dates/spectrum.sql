refused: FUNCTION at line 1, column 145: date_diff: complete months or years, or a unit that is no literal
