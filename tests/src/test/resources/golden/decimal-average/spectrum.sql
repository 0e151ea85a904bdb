refused: DECIMAL_AVERAGE at line 1, column 8: Not known to work: not established: whether Redshift, which keeps the scale, rounds the last digit or cuts it; would be settled by a query
