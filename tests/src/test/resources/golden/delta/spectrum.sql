refused: READ_DELTA at line 1, column 24: Table raw.delta_events: Redshift reads Delta tables through a symlink manifest only
refused: NESTED_IN_DELTA at line 1, column 24: Table raw.delta_events: Redshift reads Delta tables through a symlink manifest only (body)
