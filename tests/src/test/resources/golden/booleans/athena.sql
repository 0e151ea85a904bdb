SELECT "users"."active", NOT "users"."active" AS "b", "users"."visits" > 3 AS "c"
FROM "web"."users" AS "users"
WHERE NOT COALESCE("users"."active", FALSE) OR ("users"."visits" > 1) IS NULL
