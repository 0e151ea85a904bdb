SELECT COUNT(*) AS "a", COUNT("users"."name") AS "b", COUNT(DISTINCT "users"."country") AS "c", CAST(SUM("users"."visits") AS BIGINT) AS "d", MIN("users"."born") AS "e", MAX("users"."name") AS "f", APPROXIMATE COUNT(DISTINCT "users"."user_id") AS "g"
FROM "web"."users" AS "users"
