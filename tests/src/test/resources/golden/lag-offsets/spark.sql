refused: FUNCTION at line 1, column 50: lead: Spark's offset is a constant
