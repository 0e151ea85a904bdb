SELECT "t"."a", "t"."b"
FROM (VALUES (1, 'x'), (2, CAST(NULL AS VARCHAR))) AS "t" ("a", "b")
