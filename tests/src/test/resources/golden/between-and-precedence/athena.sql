SELECT "users"."user_id"
FROM "web"."users" AS "users"
WHERE NOT ("users"."visits" BETWEEN 1 AND 2 + 3 OR "users"."active") AND ("users"."visits" - ("users"."total" - 1)) * 2 > 0 AND - (- "users"."visits") > 0
