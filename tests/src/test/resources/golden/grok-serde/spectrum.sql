SELECT "groks"."ip"
FROM "raw"."groks" AS "groks"
