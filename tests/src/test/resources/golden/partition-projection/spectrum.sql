refused: PARTITION_PROJECTION at line 1, column 33: Table web.impressions: partition projection works from Athena only; Redshift would read the registered partitions, usually none
