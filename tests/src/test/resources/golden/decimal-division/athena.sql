SELECT "users"."balance" / 3 AS "third", "users"."balance" / "users"."balance" AS "one"
FROM "web"."users" AS "users"
