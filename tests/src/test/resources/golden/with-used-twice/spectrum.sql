WITH "u" AS (SELECT "users"."country", "users"."visits"
    FROM "web"."users" AS "users") SELECT "a"."country", "b"."visits"
    FROM "u" AS "a"
      INNER JOIN "u" AS "b" ON "a"."country" = "b"."country"
