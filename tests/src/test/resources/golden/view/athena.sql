SELECT "recent_clicks"."os"
FROM "web"."recent_clicks" AS "recent_clicks"
