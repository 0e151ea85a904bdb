SELECT "u"."name", "c"."click_id"
FROM "web"."users" AS "u"
  LEFT JOIN "web"."clicks" AS "c" ON "c"."user_id" = "u"."user_id"
