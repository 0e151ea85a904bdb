SELECT COALESCE("users"."name", 'none') AS "a", NULLIF("users"."visits", 0) AS "b", IF("users"."active", 1, 2) AS "c", GREATEST("users"."visits", 3) AS "d", LEAST("users"."score", 1E0) AS "e", CASE WHEN "users"."visits" > 1 THEN 'many' ELSE 'few' END AS "f"
FROM "web"."users" AS "users"
