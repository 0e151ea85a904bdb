SELECT COUNT(*) AS "a", COUNT("users"."name") AS "b", COUNT(DISTINCT "users"."country") AS "c", SUM("users"."visits") AS "d", MIN("users"."born") AS "e", MAX("users"."name") AS "f", APPROX_DISTINCT("users"."user_id") AS "g"
FROM "web"."users" AS "users"
