SELECT "sequences"."id", "sequences"."n"
FROM "raw"."sequences" AS "sequences"
