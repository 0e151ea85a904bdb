refused: FUNCTION at line 1, column 22: array: no value of an array type
refused: UNNEST_INNER at line 1, column 15: an UNNEST with no table to the left of it
