SELECT "users"."country", COUNT(*) AS "_col1"
FROM "web"."users" AS "users"
GROUP BY "users"."country"
ORDER BY COUNT(*), 1 DESC
OFFSET 2
FETCH FIRST 1 ROWS WITH TIES
