SELECT "manifests"."id"
FROM "raw"."manifests" AS "manifests"
