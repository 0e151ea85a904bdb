refused: FUNCTION at line 1, column 67: -: a timestamp with a time zone; cast it to timestamp or date first
refused: FUNCTION at line 1, column 55: date_format: a timestamp with a time zone; cast it to timestamp or date first
