SELECT "users"."user_id", LAG("users"."visits") OVER (ORDER BY "users"."seen") AS "before", LEAD("users"."visits", 2) OVER (ORDER BY "users"."seen") AS "after", FIRST_VALUE("users"."name") OVER (PARTITION BY "users"."country" ORDER BY "users"."seen" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "first"
FROM "web"."users" AS "users"
