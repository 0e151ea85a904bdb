SELECT "users"."name" AS "_col0", "users"."visits" AS "_col1", CAST(ROW(1, "users"."name") AS ROW("n" bigint, "field1" varchar))."n" AS "n", CAST(ROW(1, "users"."name") AS ROW("n" bigint, "field1" varchar))."field1" AS "t", "users"."country" AS "_col4", "u"."n" AS "p", "u"."v" AS "q"
FROM "web"."users" AS "users"
  INNER JOIN ((SELECT "users_2"."name" AS "n", "users_2"."visits" AS "v"
      FROM "web"."users" AS "users_2") AS "u" INNER JOIN "web"."beacons" AS "b" ON "b"."kind" = "u"."n") ON "u"."n" = "users"."name"
