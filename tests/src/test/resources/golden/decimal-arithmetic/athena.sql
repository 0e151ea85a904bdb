SELECT "users"."balance" * 3 AS "a", "users"."balance" + "users"."total" AS "b", "users"."balance" - 1.25 AS "c", - "users"."balance" AS "d", MOD("users"."balance", 2) AS "e"
FROM "web"."users" AS "users"
