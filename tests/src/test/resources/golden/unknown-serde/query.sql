SELECT id FROM raw.mystery
