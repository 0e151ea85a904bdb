SELECT "rolls"."roll_id", "rolls"."amount"
FROM "web"."rolls" AS "rolls"
WHERE ("rolls"."region" = 'eu' AND "rolls"."datetime" >= '2019-03-28' OR "rolls"."region" = 'us' AND "rolls"."datetime" = '2019-03-27') AND (("rolls"."region" = 'eu' OR "rolls"."region" = 'us') AND ("rolls"."datetime" = '2019-03-27' OR "rolls"."datetime" >= '2019-03-28'))
