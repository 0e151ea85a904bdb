SELECT "clicks"."click_id", "clicks"."nums"[1] AS "first", "clicks"."nums"["clicks"."dwell"] AS "nth"
FROM "web"."clicks" AS "clicks"
