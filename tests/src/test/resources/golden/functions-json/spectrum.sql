refused: FUNCTION at line 1, column 52: json_extract_scalar: a path that is no literal like $.a.b of up to five names
