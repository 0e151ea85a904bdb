refused: READ_REGEX at line 1, column 16: Table raw.logs: Spark has no reader for the regex SerDe of its own, and Sluice adds none
