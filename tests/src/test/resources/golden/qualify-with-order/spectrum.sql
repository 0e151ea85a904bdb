SELECT "clicks"."user_id", "clicks"."click_id", ROW_NUMBER() OVER (PARTITION BY "clicks"."user_id" ORDER BY "clicks"."happened" DESC NULLS LAST) AS "place"
FROM "web"."clicks" AS "clicks"
QUALIFY (ROW_NUMBER() OVER (PARTITION BY "clicks"."user_id" ORDER BY "clicks"."happened" DESC NULLS LAST)) <= 3
ORDER BY "user_id", "place"
