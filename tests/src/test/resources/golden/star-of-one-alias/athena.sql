SELECT "u"."user_id", "u"."name", "u"."country", "u"."code", "u"."born", "u"."seen", "u"."balance", "u"."visits", "u"."total", "u"."ratio", "u"."score", "u"."active", "u"."profile", "c"."click_id"
FROM "web"."users" AS "u"
  INNER JOIN "web"."clicks" AS "c" ON "c"."user_id" = "u"."user_id"
