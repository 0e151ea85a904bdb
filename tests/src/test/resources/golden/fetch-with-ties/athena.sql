SELECT "users"."name", "users"."visits" AS "v"
FROM "web"."users" AS "users"
ORDER BY "v" DESC, LOWER("users"."country")
FETCH FIRST 3 ROWS WITH TIES
