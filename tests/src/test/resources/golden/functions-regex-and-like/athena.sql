SELECT "users"."user_id"
FROM "web"."users" AS "users"
WHERE "users"."name" LIKE 'A\_%' AND "users"."name" NOT LIKE '%!%%' ESCAPE '!' AND REGEXP_LIKE("users"."name", '^[A-Z]\d+') AND REGEXP_EXTRACT("users"."name", '(\d+)-(\d+)', 2) = '7'
