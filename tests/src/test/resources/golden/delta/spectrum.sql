refused: READ_DELTA at line 1, column 24: Table raw.delta_events: Redshift reads Delta tables through a symlink manifest only
refused: NESTED_IN_OTHER_FORMAT at line 1, column 24: Table raw.delta_events: Redshift documents nested columns for Parquet, ORC, JSON and Ion only (body)
