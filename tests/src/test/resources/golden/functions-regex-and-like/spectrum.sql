refused: FUNCTION at line 1, column 129: regexp_extract: a group, or a pattern that is no literal of what both read alike
