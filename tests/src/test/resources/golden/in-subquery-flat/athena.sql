SELECT "users"."name"
FROM "web"."users" AS "users"
WHERE "users"."user_id" NOT IN (SELECT "beacons"."kind"
      FROM "web"."beacons" AS "beacons"
      WHERE "beacons"."kind" IS NOT NULL)
