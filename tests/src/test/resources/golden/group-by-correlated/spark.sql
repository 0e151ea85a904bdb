refused: GROUP_BY_CORRELATED at line 1, column 48: Not known to work: not established: whether Spark groups by what a correlated subquery gives; would be settled by an executed case
