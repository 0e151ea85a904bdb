SELECT 1 AS "one"
FROM "web"."users" AS "users"
WHERE "users"."visits" > 3
HAVING COUNT(*) >= 0
