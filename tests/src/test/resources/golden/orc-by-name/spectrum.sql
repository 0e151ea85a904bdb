SELECT "sessions_by_name"."session_id", "sessions_by_name"."pages"
FROM "web"."sessions_by_name" AS "sessions_by_name"
WHERE NOT "sessions_by_name"."bounced"
