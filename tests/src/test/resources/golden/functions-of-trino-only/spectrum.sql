refused: FUNCTION at line 1, column 19: array_agg: whether Redshift has anything that means the same is not established
refused: FUNCTION at line 1, column 8: array_join: whether Redshift has anything that means the same is not established
refused: FUNCTION at line 1, column 47: max_by: whether Redshift has anything that means the same is not established
refused: FUNCTION at line 1, column 84: json_extract: whether Redshift has anything that means the same is not established
refused: FUNCTION at line 1, column 72: json_format: whether Redshift has anything that means the same is not established
refused: FUNCTION at line 1, column 122: approx_percentile: whether Redshift has anything that means the same is not established
