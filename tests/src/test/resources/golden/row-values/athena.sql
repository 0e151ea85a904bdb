SELECT ROW(1, 'a') AS "_col0", ROW("users"."name", "users"."visits") AS "_col1"
FROM "web"."users" AS "users"
