SELECT ip FROM raw.groks
