refused: AVRO_SCHEMA_URL at line 1, column 28: Table web.ad_events_by_url: Athena takes avro.schema.literal and refuses avro.schema.url (s3://example-lake/schemas/ad_event.avsc)
