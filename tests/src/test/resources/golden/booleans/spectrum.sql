SELECT "users"."active", NOT "users"."active" AS "b", "users"."visits" > 3 AS "c"
FROM "web"."users" AS "users"
WHERE CASE WHEN "users"."active" THEN FALSE ELSE TRUE END OR ("users"."visits" > 1) IS NULL
