SELECT CAST("users"."visits" AS VARCHAR) AS "a", CAST("users"."score" AS BIGINT) AS "b", CAST("users"."profile" AS INTEGER) AS "c", TRY_CAST("users"."profile" AS INTEGER) AS "d", CAST("users"."born" AS TIMESTAMP) AS "e", CAST("users"."seen" AS DATE) AS "f", CAST("users"."visits" AS DOUBLE) AS "g"
FROM "web"."users" AS "users"
