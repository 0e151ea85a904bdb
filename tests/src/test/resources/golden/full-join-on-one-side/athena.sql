SELECT "u"."name", "b"."kind"
FROM "web"."users" AS "u"
  FULL JOIN "web"."beacons" AS "b" ON "b"."kind" = 'click'
