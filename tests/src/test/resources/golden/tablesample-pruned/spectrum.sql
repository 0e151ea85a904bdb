refused: NESTED_IN_AVRO at line 1, column 22: Table web.ad_events: Redshift documents nested columns for Parquet, ORC, JSON and Ion only; practitioners found that nested Avro is not read (device, bids)
refused: TABLESAMPLE at line 1, column 38: Redshift has no TABLESAMPLE
