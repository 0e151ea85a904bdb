SELECT "rolls"."roll_id"
FROM "web"."rolls" AS "rolls"
WHERE "rolls"."bucket" = 1 AND "rolls"."region" = 'eu'
