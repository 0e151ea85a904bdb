SELECT "_q"."_c0" AS "user_id"
FROM (SELECT "c"."user_id" AS "_c0", "c"."price" AS "_o0", "c"."device"."os" AS "_o1", (RANK() OVER (PARTITION BY "c"."user_id" ORDER BY "c"."price" DESC)) = 1 AS "_qualify"
    FROM "web"."clicks" AS "c") AS "_q"
WHERE "_q"."_qualify"
ORDER BY "_q"."_o0" DESC, "_q"."_o1"
LIMIT 10
