SELECT "users"."visits" AS "score"
FROM "web"."users" AS "users"
QUALIFY (RANK() OVER (ORDER BY "users"."visits")) < 3
ORDER BY "users"."visits" + 1
