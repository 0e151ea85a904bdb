SELECT "u"."name", (SELECT MAX("s"."pages") AS "_col0"
    FROM "web"."sessions_by_name" AS "s"
    WHERE "s"."user_id" = "u"."user_id") AS "most"
FROM "web"."users" AS "u"
