refused: COMPARE_NESTED at line 1, column 55: Column device of web.clicks: the answer would be wrong: to Spark a NULL inside an array equals a NULL, where Athena's comparison is NULL
