refused: FUNCTION at line 1, column 116: at_timezone: whether Redshift has anything that means the same is not established
refused: FUNCTION at line 1, column 143: with_timezone: whether Redshift has anything that means the same is not established
