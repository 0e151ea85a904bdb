SELECT id, n FROM raw.rc_flat
