WITH "web" AS (SELECT "users"."user_id", "users"."visits"
    FROM "web"."users" AS "users") SELECT "web_2"."user_id"
    FROM "web" AS "web_2"
    WHERE "web_2"."visits" > 2
