SELECT "typed_csv"."day"
FROM "raw"."typed_csv" AS "typed_csv"
