refused: READ_ICEBERG at line 1, column 31: Table web.orders: the Iceberg runtime is not among the jars of Sluice's Spark
refused: READ_TEXT_OF_ICEBERG at line 1, column 31: Table web.orders: the Iceberg runtime is not among the jars of Sluice's Spark
refused: NESTED_IN_ICEBERG at line 1, column 31: Table web.orders: the Iceberg runtime is not among the jars of Sluice's Spark (lines)
