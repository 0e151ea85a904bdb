SELECT id, body.a FROM raw.hive_json
