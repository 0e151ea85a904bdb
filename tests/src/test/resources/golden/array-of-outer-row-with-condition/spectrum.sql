SELECT "c"."click_id"
FROM "web"."clicks" AS "c"
WHERE EXISTS (SELECT 1 AS "_col0"
    FROM "c"."items" AS "i"
    WHERE "i"."qty" > 1)
