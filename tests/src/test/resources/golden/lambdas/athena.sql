SELECT TRANSFORM("clicks"."nums", "x" -> "x" + 1) AS "a", FILTER("clicks"."nums", "x" -> "x" > 1) AS "b", ANY_MATCH("clicks"."nums", "x" -> "x" > 1) AS "c", REDUCE("clicks"."nums", 0, ("s", "x") -> "s" + "x", "s" -> "s") AS "d"
FROM "web"."clicks" AS "clicks"
