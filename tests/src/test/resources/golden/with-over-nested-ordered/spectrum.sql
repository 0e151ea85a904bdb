WITH "os" AS (SELECT "c"."device"."os"
    FROM "web"."clicks" AS "c") SELECT "os_2"."os", COUNT(*) AS "n"
    FROM "os" AS "os_2"
    GROUP BY "os_2"."os"
    ORDER BY "n" DESC NULLS LAST
    LIMIT 3
