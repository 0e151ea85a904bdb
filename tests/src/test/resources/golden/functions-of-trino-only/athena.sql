SELECT ARRAY_JOIN(ARRAY_AGG("users"."name"), ',') AS "a", MAX_BY("users"."name", "users"."seen") AS "b", JSON_FORMAT(JSON_EXTRACT(MIN("users"."name"), '$.x')) AS "c", APPROX_PERCENTILE("users"."visits", 0.5) AS "d"
FROM "web"."users" AS "users"
