SELECT DATE_DIFF('day', "users"."born", DATE '2019-03-31') AS "a", DATE_DIFF('hour', "users"."seen", TIMESTAMP '2019-03-31 00:00:00') AS "b", DATE_DIFF('week', "users"."seen", TIMESTAMP '2019-03-31 00:00:00') AS "c"
FROM "web"."users" AS "users"
