SELECT JSON_FORMAT(CAST(ROW(1, 'a') AS JSON)) AS "_col0", JSON_FORMAT(CAST(ROW("users"."name", "users"."visits") AS JSON)) AS "_col1"
FROM "web"."users" AS "users"
