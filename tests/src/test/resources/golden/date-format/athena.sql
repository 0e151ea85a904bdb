SELECT DATE_FORMAT("users"."seen", '%Y-%m-%d %H:%i:%s') AS "a", TO_UNIXTIME("users"."seen") AS "b"
FROM "web"."users" AS "users"
