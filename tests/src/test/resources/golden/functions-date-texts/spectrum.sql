refused: FUNCTION at line 1, column 50: date_parse: TO_TIMESTAMP reads text more freely than Athena and adds a time zone
refused: FUNCTION at line 1, column 93: from_unixtime: its result has a time zone, and how Redshift would show it depends on the session
refused: FUNCTION at line 1, column 144: from_iso8601_timestamp: how Redshift reads such text depends on the session
