SELECT "_t"."_c0" AS "name"
FROM (SELECT "_u"."_c0", "_u"."_o0", RANK() OVER (ORDER BY "_u"."_o0") AS "_rank"
    FROM (SELECT "users"."name" AS "_c0", RANK() OVER (ORDER BY "users"."born") AS "_o0"
        FROM "web"."users" AS "users"
        QUALIFY (ROW_NUMBER() OVER (PARTITION BY "users"."country" ORDER BY "users"."visits")) = 1) AS "_u") AS "_t"
WHERE "_t"."_rank" <= 2
ORDER BY "_t"."_o0"
