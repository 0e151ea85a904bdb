SELECT "ions"."id", "ions"."body"."a"
FROM "raw"."ions" AS "ions"
