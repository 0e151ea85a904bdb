refused: READ_DELTA at line 1, column 24: Table raw.delta_events: the Delta runtime is not among the jars of Sluice's Spark
refused: NESTED_IN_DELTA at line 1, column 24: Table raw.delta_events: the Delta runtime is not among the jars of Sluice's Spark (body)
