SELECT CASE WHEN REGEXP_INSTR("users"."name", '[a-z]+', 1, 1, 0, 'p') > 0 THEN REGEXP_SUBSTR("users"."name", '[a-z]+', 1, 1, 'p') ELSE NULL END AS "a"
FROM "web"."users" AS "users"
