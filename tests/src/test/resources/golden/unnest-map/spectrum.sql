SELECT "c"."click_id", "e"."key" AS "k", "e"."value" AS "v"
FROM "web"."clicks" AS "c",
  "c"."tags" AS "e"
WHERE "e"."key" = 'source'
