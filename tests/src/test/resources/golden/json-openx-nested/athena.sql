SELECT "p"."url", "e"."name", "e"."arm"
FROM "web"."pageviews" AS "p"
  CROSS JOIN UNNEST("p"."experiments") AS "e" ("name", "arm")
WHERE "p"."day" = '2019-03-28' AND "p"."browser"."name" = 'firefox'
