SELECT "c"."click_id", (SELECT MAX("x"."n") AS "_col0"
    FROM UNNEST("c"."nums") AS "x" ("n")) AS "m", (SELECT COUNT(*) AS "_col0"
    FROM UNNEST("c"."names") AS "y" ("name")) AS "k"
FROM "web"."clicks" AS "c"
