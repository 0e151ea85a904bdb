SELECT "c"."click_id", "n"."name", "n"."place"
FROM "web"."clicks" AS "c"
  CROSS JOIN UNNEST("c"."names") WITH ORDINALITY AS "n" ("name", "place")
WHERE "n"."place" <= 3
