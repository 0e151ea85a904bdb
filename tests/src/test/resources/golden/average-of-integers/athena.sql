SELECT AVG("users"."visits") AS "a", AVG("users"."total") AS "b", AVG("users"."ratio") AS "c", AVG("users"."score") AS "d"
FROM "web"."users" AS "users"
