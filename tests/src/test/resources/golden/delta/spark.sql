refused: READ_DELTA at line 1, column 24: Table raw.delta_events: the Delta runtime is not among the jars of Sluice's Spark
refused: NESTED_IN_OTHER_FORMAT at line 1, column 24: Table raw.delta_events: Spark reads no nested columns out of text, and the other formats not at all here (body)
