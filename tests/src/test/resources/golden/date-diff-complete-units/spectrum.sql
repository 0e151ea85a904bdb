SELECT DATEDIFF(day, "users"."born", DATE '2019-03-31') AS "a", DATEDIFF(millisecond, "users"."seen", TIMESTAMP '2019-03-31 00:00:00') / 3600000 AS "b", DATEDIFF(millisecond, "users"."seen", TIMESTAMP '2019-03-31 00:00:00') / 604800000 AS "c"
FROM "web"."users" AS "users"
