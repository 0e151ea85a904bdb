SELECT "users"."user_id", RANK() OVER (ORDER BY "users"."visits" DESC NULLS LAST) AS "a", DENSE_RANK() OVER (ORDER BY "users"."visits" DESC NULLS LAST) AS "b", CAST(NTILE(4) OVER (ORDER BY "users"."visits") AS BIGINT) AS "c"
FROM "web"."users" AS "users"
