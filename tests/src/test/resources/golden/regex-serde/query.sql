SELECT ip FROM raw.logs
