SELECT "c"."click_id", "x" AS "n"
FROM "web"."clicks" AS "c",
  "c"."nums" AS "x"
WHERE "x" >= 10
