SELECT "hive_json"."id", "hive_json"."body"."a"
FROM "raw"."hive_json" AS "hive_json"
