WITH RECURSIVE "a" ("name", "_col1") AS (SELECT "users"."name", COUNT(*) AS "_col1"
    FROM "web"."users" AS "users"
    GROUP BY "users"."name"), "n" ("x") AS (SELECT 1 AS "x"
      UNION ALL
      SELECT "n"."x" + 1 AS "_col0"
      FROM "n" AS "n"
      WHERE "n"."x" < 5) SELECT "a"."name", "n_2"."x"
    FROM "a" AS "a"
      CROSS JOIN "n" AS "n_2"
