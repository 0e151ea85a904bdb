refused: FUNCTION at line 1, column 8: cast: a cast from row(os varchar, model varchar, geo row(lat double, lon double, city varchar)) to row(os varchar, order varchar, geo row(lat double, lon real, city varchar)) is not known to mean the same
refused: FUNCTION at line 1, column 108: cast: a cast from array(integer) to array(bigint) is not known to mean the same
