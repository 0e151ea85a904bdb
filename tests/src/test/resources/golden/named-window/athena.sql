SELECT "users"."user_id", RANK() OVER "w" AS "place"
FROM "web"."users" AS "users"
WINDOW "w" AS (PARTITION BY "users"."country" ORDER BY "users"."visits" DESC)
