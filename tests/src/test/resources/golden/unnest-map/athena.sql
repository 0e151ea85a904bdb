SELECT "c"."click_id", "e"."k", "e"."v"
FROM "web"."clicks" AS "c"
  CROSS JOIN UNNEST("c"."tags") AS "e" ("k", "v")
WHERE "e"."k" = 'source'
