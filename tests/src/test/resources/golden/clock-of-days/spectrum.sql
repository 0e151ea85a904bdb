refused: FUNCTION: literal: intervals, times of day and the like have no row yet
refused: FUNCTION at line 1, column 68: -: intervals, times of day and the like have no row yet
