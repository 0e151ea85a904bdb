SELECT AVG(CAST("users"."visits" AS DOUBLE PRECISION)) AS "a", AVG(CAST("users"."total" AS DOUBLE PRECISION)) AS "b", CAST(AVG("users"."ratio") AS REAL) AS "c", AVG("users"."score") AS "d"
FROM "web"."users" AS "users"
