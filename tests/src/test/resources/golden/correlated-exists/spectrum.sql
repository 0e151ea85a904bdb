SELECT "u"."name"
FROM "web"."users" AS "u"
WHERE NOT EXISTS (SELECT 1 AS "_col0"
    FROM "web"."sessions_by_name" AS "s"
    WHERE "s"."user_id" = "u"."user_id")
