SELECT "c"."click_id"
FROM "web"."clicks" AS "c"
WHERE EXISTS (SELECT 1 AS "_col0"
    FROM UNNEST("c"."nums") AS "n" ("x")
    WHERE "n"."x" > 5)
