SELECT "clicks"."device"."os", COUNT(*) AS "n"
FROM "web"."clicks" AS "clicks"
GROUP BY "clicks"."device"."os"
ORDER BY "n" DESC
