SELECT "logs"."ip"
FROM "raw"."logs" AS "logs"
