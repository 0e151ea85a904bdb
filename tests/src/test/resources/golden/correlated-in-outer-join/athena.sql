refused: CORRELATION_IN_OUTER_JOIN at line 1, column 66: Trino says of most such subqueries that they are not supported
