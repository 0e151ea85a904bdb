SELECT JSON_EXTRACT_SCALAR("users"."profile", '$.a.b') AS "a"
FROM "web"."users" AS "users"
