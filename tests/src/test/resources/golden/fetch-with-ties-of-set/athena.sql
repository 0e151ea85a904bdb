SELECT "t"."name"
FROM (SELECT "users"."name"
      FROM "web"."users" AS "users"
      UNION ALL
      SELECT "beacons"."kind"
      FROM "web"."beacons" AS "beacons") AS "t"
ORDER BY 1
FETCH FIRST 2 ROWS WITH TIES
