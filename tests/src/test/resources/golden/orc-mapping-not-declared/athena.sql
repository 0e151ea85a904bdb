SELECT "sessions"."session_id", "sessions"."pages"
FROM "web"."sessions" AS "sessions"
WHERE "sessions"."bounced"
