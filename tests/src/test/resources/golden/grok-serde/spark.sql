refused: READ_GROK at line 1, column 16: Table raw.groks: Spark has no reader for the grok SerDe of its own, and Sluice adds none
