SELECT "users"."user_id", SUM("users"."visits") OVER (PARTITION BY "users"."country" ORDER BY "users"."born") AS "running"
FROM "web"."users" AS "users"
