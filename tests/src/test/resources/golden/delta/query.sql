SELECT id, body.a FROM raw.delta_events
