refused: PARTITIONS_UNKNOWN at line 1, column 23: Table web.uploads: Spark reads the files that Sluice names, and without the partitions Sluice knows none
