SELECT JSON_EXTRACT_SCALAR("users"."profile", '$.a.b') AS "a", JSON_EXTRACT_SCALAR("users"."profile", '$.list[0]') AS "b"
FROM "web"."users" AS "users"
