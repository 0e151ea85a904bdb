SELECT "t"."n"
FROM UNNEST(ARRAY[1, 2, 3]) AS "t" ("n")
