SELECT id FROM raw.hudi_events
