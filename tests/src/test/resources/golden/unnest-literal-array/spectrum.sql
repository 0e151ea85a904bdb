refused: FUNCTION at line 1, column 22: array: no value of an array type
refused: UNNEST_INNER at line 1, column 15: an UNNEST of anything but one column or a path into one
