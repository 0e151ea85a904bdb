refused: FUNCTION at line 1, column 8: json_value: whether Redshift has anything that means the same is not established
refused: FUNCTION at line 1, column 88: json_query: whether Redshift has anything that means the same is not established
refused: FUNCTION at line 1, column 177: json_array: whether Redshift has anything that means the same is not established
refused: FUNCTION at line 1, column 139: json_object: whether Redshift has anything that means the same is not established
refused: FUNCTION at line 1, column 252: json_exists: whether Redshift has anything that means the same is not established
