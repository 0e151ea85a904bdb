SELECT COUNT(DISTINCT "users"."user_id") FILTER (WHERE "users"."visits" > 3) AS "users", SUM("users"."balance") FILTER (WHERE "users"."active" AND "users"."born" IS NULL) AS "balance", AVG("users"."visits") FILTER (WHERE "users"."active") AS "visits"
FROM "web"."users" AS "users"
