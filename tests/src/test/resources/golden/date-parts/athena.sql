SELECT YEAR("users"."born") AS "a", HOUR("users"."seen") AS "b", DAY_OF_WEEK("users"."born") AS "c", WEEK("users"."born") AS "d", QUARTER("users"."seen") AS "e", DAY_OF_YEAR("users"."born") AS "f", MILLISECOND("users"."seen") AS "h", SECOND("users"."seen") AS "i"
FROM "web"."users" AS "users"
