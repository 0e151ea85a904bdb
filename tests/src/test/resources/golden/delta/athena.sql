SELECT "delta_events"."id", "delta_events"."body"."a"
FROM "raw"."delta_events" AS "delta_events"
