SELECT DATE_FORMAT("users"."seen", '%Y-%m-%d %H:%i') AS "a", DATE_PARSE('2019-03-28', '%Y-%m-%d') AS "b", FROM_UNIXTIME("users"."total") AS "c", TO_UNIXTIME("users"."seen") AS "d", FROM_ISO8601_TIMESTAMP("users"."name") AS "e"
FROM "web"."users" AS "users"
