SELECT AVG("users"."balance") AS "mean", SUM("users"."balance") AS "total"
FROM "web"."users" AS "users"
