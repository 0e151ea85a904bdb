WITH "a" AS (SELECT 1 AS "x") SELECT "clicks"."click_id"
    FROM "web"."clicks" AS "clicks"
    ORDER BY "clicks"."price"
    LIMIT 1
