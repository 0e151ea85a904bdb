SELECT "sessions_by_position"."session_id", "sessions_by_position"."pages"
FROM "web"."sessions_by_position" AS "sessions_by_position"
