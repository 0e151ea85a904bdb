refused: FUNCTION at line 1, column 37: =: Spark counts the blanks that fill up a char, Trino does not
