SELECT "c"."click_id", (SELECT MAX("x") AS "_col0"
    FROM "c"."nums" AS "x") AS "m", (SELECT COUNT(*) AS "_col0"
    FROM "c"."names" AS "y") AS "k"
FROM "web"."clicks" AS "c"
