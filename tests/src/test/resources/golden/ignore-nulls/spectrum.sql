SELECT LAG("users"."name") IGNORE NULLS OVER (ORDER BY "users"."seen") AS "l", FIRST_VALUE("users"."name" IGNORE NULLS) OVER (ORDER BY "users"."seen" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "f"
FROM "web"."users" AS "users"
