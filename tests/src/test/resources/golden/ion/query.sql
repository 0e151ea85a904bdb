SELECT id, body.a FROM raw.ions
