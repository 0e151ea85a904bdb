SELECT "u"."name", "i"."a"
FROM "web"."users" AS "u"
  INNER JOIN "web"."clicks" AS "c" ON "u"."user_id" = "c"."user_id"
  CROSS JOIN UNNEST("c"."items") AS "i" ("a", "b", "d")
WHERE "i"."b" > 2
