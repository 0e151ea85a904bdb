SELECT DATE_TRUNC('month', "users"."seen") AS "a", CAST(DATE_TRUNC('week', "users"."born") AS DATE) AS "b"
FROM "web"."users" AS "users"
