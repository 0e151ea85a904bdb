refused: PARTITION_PROJECTION at line 1, column 33: Table web.impressions: Athena ignores registered partitions here, and Sluice does not compute projected ones for Spark yet
