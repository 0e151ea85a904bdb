SELECT "users"."user_id"
FROM "web"."users" AS "users"
WHERE ("users"."visits" > 1) IS NULL AND ("users"."name" LIKE 'x%') = "users"."active" AND ("users"."visits" IN (1, 2)) IS NOT NULL AND (STRPOS("users"."name", 'a') = 1) IS NULL AND ("users"."visits" BETWEEN 1 AND 2) IS NULL
