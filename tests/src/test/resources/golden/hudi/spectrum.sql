refused: READ_HUDI at line 1, column 16: Table raw.hudi_events: Redshift reads copy-on-write tables only, and Sluice does not tell them from merge-on-read tables yet
