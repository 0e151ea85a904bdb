SELECT AT_TIMEZONE("users"."seen", 'Europe/Zurich') AS "a", STRPOS("users"."name", 'a') AS "b"
FROM "web"."users" AS "users"
