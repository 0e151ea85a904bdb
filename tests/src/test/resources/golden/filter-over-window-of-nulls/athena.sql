SELECT ARRAY_AGG("users"."name") FILTER (WHERE "users"."active") OVER (PARTITION BY "users"."country" ORDER BY "users"."visits") AS "_col0"
FROM "web"."users" AS "users"
