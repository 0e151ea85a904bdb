SELECT CAST(DATEADD(day, 3, "users"."born") AS DATE) AS "a", DATEADD(hour, "users"."visits", "users"."seen") AS "b", CAST(DATEADD(month, 1, "users"."born") AS DATE) AS "c"
FROM "web"."users" AS "users"
