SELECT "users"."country", LISTAGG("users"."name", ', ') WITHIN GROUP (ORDER BY "users"."visits" DESC, "users"."name") AS "_col1", LISTAGG(DISTINCT "users"."name") WITHIN GROUP (ORDER BY "users"."name") AS "_col2"
FROM "web"."users" AS "users"
GROUP BY "users"."country"
