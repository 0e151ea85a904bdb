refused: AT_TIME_ZONE at line 1, column 8: Spark's timestamps have no zone of their own
