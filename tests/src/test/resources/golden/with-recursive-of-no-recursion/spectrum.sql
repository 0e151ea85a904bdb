WITH "a" AS (SELECT "users"."name", "users"."visits"
    FROM "web"."users" AS "users"
    WHERE "users"."visits" > 3) SELECT "a"."name"
    FROM "a" AS "a"
