SELECT "clicks_stale"."click_id", "clicks_stale"."dwell"
FROM "web"."clicks_stale" AS "clicks_stale"
WHERE "clicks_stale"."datetime" < '2019-03-28-01'
