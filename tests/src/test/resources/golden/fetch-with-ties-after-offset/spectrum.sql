SELECT "_t"."_c0" AS "country", "_t"."_c1" AS "_col1"
FROM (SELECT "users"."country" AS "_c0", COUNT(*) AS "_c1", RANK() OVER (ORDER BY COUNT(*), "users"."country" DESC NULLS LAST) AS "_rank"
    FROM "web"."users" AS "users"
    GROUP BY "users"."country") AS "_t"
WHERE "_t"."_rank" <= 3
ORDER BY "_t"."_c1", 1 DESC NULLS LAST
OFFSET 2
