SELECT 7. AS "a", -7. + "users"."visits" AS "b", 9223372036854775808. AS "c"
FROM "web"."users" AS "users"
WHERE "users"."visits" > 7.
