SELECT id, n FROM raw.sequences
