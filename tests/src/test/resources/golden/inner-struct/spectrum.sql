refused: RETURN_STRUCT at line 1, column 8: returning a whole row(lat double, lon double, city varchar): only a top-level column of a table comes back whole
