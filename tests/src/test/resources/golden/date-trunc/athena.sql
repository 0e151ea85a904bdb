SELECT DATE_TRUNC('month', "users"."seen") AS "a", DATE_TRUNC('week', "users"."born") AS "b"
FROM "web"."users" AS "users"
