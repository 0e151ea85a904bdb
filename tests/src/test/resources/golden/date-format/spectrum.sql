SELECT TO_CHAR("users"."seen", 'YYYY-MM-DD HH24:MI:SS') AS "a", CAST(DATEDIFF(millisecond, CAST('1970-01-01 00:00:00' AS TIMESTAMP), "users"."seen") AS DOUBLE PRECISION) / 1000 AS "b"
FROM "web"."users" AS "users"
