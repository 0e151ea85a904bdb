SELECT "users"."$path", MAX("users"."$size") AS "size", COUNT(*) AS "_col2"
FROM "web"."users" AS "users"
WHERE "users"."$path" LIKE 's3://%'
GROUP BY "users"."$path"
