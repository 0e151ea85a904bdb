SELECT "b"."bidder", COUNT(*) AS "n"
FROM "web"."ad_events" AS "a"
  CROSS JOIN UNNEST("a"."bids") AS "b" ("bidder", "cpm")
GROUP BY "b"."bidder"
ORDER BY "n" DESC
