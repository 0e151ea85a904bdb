SELECT JSON_FORMAT(CAST(TRANSFORM("clicks"."nums", "x" -> "x" + 1) AS JSON)) AS "a", JSON_FORMAT(CAST(FILTER("clicks"."nums", "x" -> "x" > 1) AS JSON)) AS "b", ANY_MATCH("clicks"."nums", "x" -> "x" > 1) AS "c", REDUCE("clicks"."nums", 0, ("s", "x") -> "s" + "x", "s" -> "s") AS "d"
FROM "web"."clicks" AS "clicks"
