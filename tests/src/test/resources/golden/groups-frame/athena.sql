SELECT SUM("users"."visits") OVER (PARTITION BY "users"."country" ORDER BY "users"."born" GROUPS BETWEEN 1 PRECEDING AND 2 FOLLOWING) AS "_col0", MIN("users"."visits") OVER "w" AS "_col1"
FROM "web"."users" AS "users"
WINDOW "w" AS (ORDER BY "users"."born" GROUPS 3 PRECEDING)
