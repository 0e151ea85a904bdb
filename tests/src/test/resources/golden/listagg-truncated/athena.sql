SELECT LISTAGG("users"."name", ', ' ON OVERFLOW TRUNCATE '…' WITHOUT COUNT) WITHIN GROUP (ORDER BY "users"."visits") AS "_col0", LISTAGG("users"."name", '' ON OVERFLOW TRUNCATE '...' WITH COUNT) WITHIN GROUP (ORDER BY "users"."name") AS "_col1", LISTAGG("users"."name") WITHIN GROUP (ORDER BY "users"."name") AS "_col2"
FROM "web"."users" AS "users"
