SELECT "users"."visits" / 7 AS "weeks", "users"."visits" % 7 AS "rest", MOD("users"."total", 3) AS "m", - "users"."visits" AS "less"
FROM "web"."users" AS "users"
