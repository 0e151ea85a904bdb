SELECT "clicks"."click_id", CARDINALITY("clicks"."nums") AS "n", ELEMENT_AT("clicks"."nums", 2) AS "second", ELEMENT_AT("clicks"."tags", 'x') AS "x"
FROM "web"."clicks" AS "clicks"
WHERE CONTAINS("clicks"."names", 'a')
