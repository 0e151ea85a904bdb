SELECT at FROM raw.mapped_json
