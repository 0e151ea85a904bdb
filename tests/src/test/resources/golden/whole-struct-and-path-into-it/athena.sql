SELECT "clicks"."device"
FROM "web"."clicks" AS "clicks"
WHERE "clicks"."device"."os" = 'ios'
