SELECT "budgets"."campaign_id", "budgets"."amount"
FROM "web"."budgets" AS "budgets"
WHERE "budgets"."month" = '2019-03'
