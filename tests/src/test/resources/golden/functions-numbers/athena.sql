SELECT ABS("users"."visits") AS "a", ROUND("users"."score") AS "b", ROUND("users"."balance", 1) AS "c", FLOOR("users"."score") AS "d", CEIL("users"."balance") AS "e", POWER("users"."visits", 2) AS "f", SQRT("users"."score") AS "g", LN("users"."score") AS "h", LOG10("users"."score") AS "i", EXP("users"."score") AS "j"
FROM "web"."users" AS "users"
