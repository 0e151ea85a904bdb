refused: FUNCTION at line 1, column 8: at_timezone: whether Redshift has anything that means the same is not established
