SELECT "u"."name", "b"."kind"
FROM "web"."users" AS "u" TABLESAMPLE BERNOULLI(12.500)
  INNER JOIN (SELECT "beacons"."kind"
    FROM "web"."beacons" AS "beacons") AS "b" TABLESAMPLE SYSTEM(50.0) ON "b"."kind" = "u"."name"
