refused: READ_RCFILE at line 1, column 19: Table raw.rc_flat: Spark has no reader for RCFile of its own, and Sluice adds none
