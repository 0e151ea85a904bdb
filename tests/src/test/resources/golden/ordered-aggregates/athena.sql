SELECT "users"."country", JSON_FORMAT(CAST(ARRAY_AGG("users"."name" ORDER BY "users"."visits" DESC, "users"."born" NULLS FIRST) FILTER (WHERE "users"."active") AS JSON)) AS "_col1", JSON_FORMAT(CAST(ARRAY_AGG(DISTINCT "users"."name" ORDER BY "users"."name") AS JSON)) AS "_col2"
FROM "web"."users" AS "users"
GROUP BY "users"."country"
HAVING CARDINALITY(ARRAY_AGG("users"."name" ORDER BY "users"."name")) > 1
