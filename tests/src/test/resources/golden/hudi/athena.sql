SELECT "hudi_events"."id"
FROM "raw"."hudi_events" AS "hudi_events"
