SELECT CURRENT_TIMESTAMP AS "now", CURRENT_DATE AS "today"
FROM "web"."users" AS "users"
