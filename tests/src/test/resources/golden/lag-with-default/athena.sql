SELECT "users"."user_id", LAG("users"."visits", 1, 0) OVER (ORDER BY "users"."seen") AS "before"
FROM "web"."users" AS "users"
