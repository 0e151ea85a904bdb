refused: READ_SEQUENCEFILE at line 1, column 19: Table raw.sequences: Spark has no reader for Hive's SequenceFile tables of its own, and Sluice adds none
