SELECT BTRIM("users"."name", 'xy') AS "_col0", LTRIM("users"."name", '0') AS "_col1", RTRIM("users"."name") AS "_col2", RTRIM("users"."name", '/') AS "_col3", BTRIM("users"."name", 'a') AS "_col4", LTRIM("users"."name") AS "_col5"
FROM "web"."users" AS "users"
