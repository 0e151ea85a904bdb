refused: READ_JSON_HIVE at line 1, column 24: Table raw.hive_json: Redshift's list of SerDes has the OpenX JSON SerDe and not the Hive one
refused: NESTED_IN_JSON_HIVE at line 1, column 24: Table raw.hive_json: Redshift's list of SerDes has not the Hive JSON SerDe (body)
