refused: FUNCTION at line 1, column 87: date_parse: TO_TIMESTAMP reads text more freely than Athena and adds a time zone
refused: FUNCTION at line 1, column 126: date_trunc: a timestamp with a time zone; cast it to timestamp or date first
