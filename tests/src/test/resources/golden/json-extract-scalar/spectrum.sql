SELECT JSON_EXTRACT_PATH_TEXT("users"."profile", 'a', 'b', TRUE) AS "a"
FROM "web"."users" AS "users"
