refused: AT_TIME_ZONE at line 1, column 116: Spark's timestamps have no zone of their own
