SELECT DATE_ADD('day', 3, "users"."born") AS "a", DATE_ADD('hour', "users"."visits", "users"."seen") AS "b", DATE_ADD('month', 1, "users"."born") AS "c"
FROM "web"."users" AS "users"
