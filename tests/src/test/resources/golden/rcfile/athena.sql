refused: READ_RCFILE at line 1, column 19: Table raw.rc_flat: not known to work: not established: RCFile is in neither list of formats nor refused there; would be settled by a query on a small table
