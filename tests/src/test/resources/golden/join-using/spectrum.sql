SELECT "u"."name"
FROM "web"."users" AS "u"
  INNER JOIN "web"."sessions_by_name" AS "s" ON "u"."user_id" = "s"."user_id"
