SELECT "users"."user_id"
FROM "web"."users" AS "users"
UNION
SELECT "users_2"."name"
FROM "web"."users" AS "users_2"
INTERSECT
SELECT "users_3"."country"
FROM "web"."users" AS "users_3"
