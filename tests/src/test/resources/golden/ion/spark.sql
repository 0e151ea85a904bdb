refused: READ_ION at line 1, column 24: Table raw.ions: Spark has no reader for Ion of its own, and Sluice adds none
refused: NESTED_IN_ION at line 1, column 24: Table raw.ions: Spark has no reader for Ion of its own, and Sluice adds none (body)
