WITH "recent" AS (SELECT "clicks"."datetime", "clicks"."user_id"
    FROM "web"."clicks" AS "clicks"
    WHERE "clicks"."datetime" >= '2019-03-28' AND "clicks"."datetime" < '2019-03-29') SELECT "r"."user_id"
    FROM "recent" AS "r"
    WHERE SUBSTRING("r"."datetime", 1, 10) = '2019-03-28'
