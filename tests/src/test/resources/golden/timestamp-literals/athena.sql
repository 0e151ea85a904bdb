SELECT "users"."user_id"
FROM "web"."users" AS "users"
WHERE "users"."seen" >= TIMESTAMP '2019-03-28 01:02:03.456' AND "users"."born" < DATE '2000-01-01'
