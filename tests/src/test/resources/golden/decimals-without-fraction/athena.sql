SELECT 7. / 2 AS "_col0", 7. / 2 AS "_col1", -7. / 2 AS "_col2", -7. / 2 AS "_col3", 9223372036854775808. AS "_col4"
FROM "web"."users" AS "users"
