SELECT "campaigns"."campaign_id", CAST("campaigns"."budget" AS DECIMAL(12, 2)) AS "budget"
FROM "web"."campaigns" AS "campaigns"
