SELECT "p"."url", "e"."name", "e"."arm"
FROM "web"."pageviews" AS "p",
  "p"."experiments" AS "e"
WHERE "p"."day" = '2019-03-28' AND "p"."browser"."name" = 'firefox'
