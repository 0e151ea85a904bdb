SELECT LAG("users"."visits", 0) OVER (ORDER BY "users"."name") AS "a", LEAD("users"."visits", 2) OVER (ORDER BY "users"."name") AS "b"
FROM "web"."users" AS "users"
