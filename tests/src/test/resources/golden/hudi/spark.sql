refused: READ_HUDI at line 1, column 16: Table raw.hudi_events: the Hudi runtime is not among the jars of Sluice's Spark
refused: HUDI_KIND_NOT_TOLD at line 1, column 16: Table raw.hudi_events: the Hudi runtime is not among the jars of Sluice's Spark
