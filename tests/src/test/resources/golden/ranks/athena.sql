SELECT "users"."user_id", RANK() OVER (ORDER BY "users"."visits" DESC) AS "a", DENSE_RANK() OVER (ORDER BY "users"."visits" DESC) AS "b", NTILE(4) OVER (ORDER BY "users"."visits") AS "c"
FROM "web"."users" AS "users"
