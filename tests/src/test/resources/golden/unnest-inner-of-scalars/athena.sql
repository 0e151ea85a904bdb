SELECT "c"."click_id", "x"."n"
FROM "web"."clicks" AS "c"
  CROSS JOIN UNNEST("c"."nums") AS "x" ("n")
WHERE "x"."n" >= 10
