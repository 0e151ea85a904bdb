SELECT "rc_flat"."id", "rc_flat"."n"
FROM "raw"."rc_flat" AS "rc_flat"
