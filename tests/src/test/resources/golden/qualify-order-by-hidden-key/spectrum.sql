SELECT "c"."user_id"
FROM "web"."clicks" AS "c"
QUALIFY (RANK() OVER (PARTITION BY "c"."user_id" ORDER BY "c"."price" DESC NULLS LAST)) = 1
ORDER BY "c"."price" DESC NULLS LAST, "c"."device"."os"
LIMIT 10
