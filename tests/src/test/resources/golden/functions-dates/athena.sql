SELECT DATE_TRUNC('month', "users"."seen") AS "a", DATE_TRUNC('week', "users"."born") AS "b", DATE_ADD('day', 3, "users"."born") AS "c", DATE_DIFF('day', "users"."born", CURRENT_DATE) AS "d", DATE_DIFF('month', "users"."born", DATE '2019-03-31') AS "e", YEAR("users"."born") AS "f", HOUR("users"."seen") AS "g", DAY_OF_WEEK("users"."born") AS "h"
FROM "web"."users" AS "users"
