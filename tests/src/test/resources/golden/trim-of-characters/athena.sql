SELECT TRIM(BOTH 'xy' FROM "users"."name") AS "_col0", TRIM(LEADING '0' FROM "users"."name") AS "_col1", RTRIM("users"."name") AS "_col2", TRIM(TRAILING '/' FROM "users"."name") AS "_col3", TRIM(BOTH 'a' FROM "users"."name") AS "_col4", LTRIM("users"."name") AS "_col5"
FROM "web"."users" AS "users"
