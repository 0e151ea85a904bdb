SELECT DISTINCT "users"."country", "users"."active"
FROM "web"."users" AS "users"
ORDER BY "active"
FETCH FIRST 2 ROWS WITH TIES
