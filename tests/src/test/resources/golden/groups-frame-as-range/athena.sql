SELECT SUM("users"."visits") OVER (ORDER BY "users"."born" RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_col0"
FROM "web"."users" AS "users"
