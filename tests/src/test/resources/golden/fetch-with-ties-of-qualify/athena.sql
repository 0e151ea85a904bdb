SELECT "_q"."_c0" AS "name"
FROM (SELECT "users"."name" AS "_c0", RANK() OVER (ORDER BY "users"."born") AS "_o0", (ROW_NUMBER() OVER (PARTITION BY "users"."country" ORDER BY "users"."visits")) = 1 AS "_qualify"
    FROM "web"."users" AS "users") AS "_q"
WHERE "_q"."_qualify"
ORDER BY "_q"."_o0"
FETCH FIRST 2 ROWS WITH TIES
